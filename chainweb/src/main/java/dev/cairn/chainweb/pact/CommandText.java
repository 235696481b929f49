package dev.cairn.chainweb.pact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.JsonFields;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.StrictJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command text, read (reference §7.1). The text itself stays what counts: it is never written
 * again from this.
 *
 * @param networkId name of the network; null in a command for plain {@code local}
 * @param payload the {@code exec} or {@code cont} object
 * @param meta as received; numbers may be numeric strings
 */
public record CommandText(
    @Nullable String networkId,
    JsonNode payload,
    List<Signer> signers,
    JsonNode meta,
    String nonce) {

  public CommandText {
    signers = List.copyOf(signers);
  }

  public static CommandText parse(Bytes cmd) {
    JsonFields fields =
        JsonFields.of(StrictJson.parse(cmd.bytes(), "command text"), "command text");
    List<Signer> signers = new ArrayList<>();
    fields.array("signers").forEach(signer -> signers.add(Signer.fromJson(signer)));
    return new CommandText(
        fields.has("networkId") ? fields.text("networkId") : null,
        requirePayload(fields.object("payload")),
        signers,
        fields.object("meta"),
        fields.text("nonce"));
  }

  public boolean isContinuation() {
    return payload.has("cont");
  }

  private static JsonNode requirePayload(JsonNode payload) {
    if (payload.path("exec").isObject() == payload.path("cont").isObject()) {
      throw new MalformedException("A command's payload is either an exec or a cont object.");
    }
    return payload;
  }
}
