package dev.cairn.chainweb.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.StrictJson;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds one command, step by step: payload, signers, signatures (reference §7.1).
 *
 * <p>The nonce makes two otherwise equal commands different: a chain takes each command once.
 */
public final class CommandBuilder {

  private final String networkId;
  private final ObjectNode payload;
  private final PublicMeta meta;
  private final List<Signer> signers = new ArrayList<>();
  private final List<CommandSigner> keys = new ArrayList<>();
  private String nonce = "";

  private CommandBuilder(String networkId, ObjectNode payload, PublicMeta meta) {
    this.networkId = networkId;
    this.payload = payload;
    this.meta = meta;
  }

  /** A command that runs code; null data is sent as JSON null. */
  public static CommandBuilder exec(
      String networkId, String code, @Nullable JsonNode data, PublicMeta meta) {
    if (code.isBlank()) {
      // A real network builds no further block on a chain that was sent one (reference §6.1).
      throw new IllegalArgumentException("A command without code would stop a real chain.");
    }
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.putObject("exec").<ObjectNode>set("data", orNull(data)).put("code", code);
    return new CommandBuilder(networkId, payload, meta);
  }

  /** A command that runs a step of a pact. */
  public static CommandBuilder continuation(
      String networkId, Continuation continuation, PublicMeta meta) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.set("cont", continuation.toJson());
    return new CommandBuilder(networkId, payload, meta);
  }

  public CommandBuilder nonce(String text) {
    nonce = text;
    return this;
  }

  /** Adds a signer; without capabilities the signature is unscoped. */
  public CommandBuilder signer(CommandSigner key, SignerCapability... capabilities) {
    signers.add(Signer.ed25519(key.publicKeyHex(), List.of(capabilities)));
    keys.add(key);
    return this;
  }

  /** The command text: networkId, payload, signers, meta, nonce. */
  public Bytes text() {
    ObjectNode cmd = JsonNodeFactory.instance.objectNode();
    cmd.put("networkId", networkId);
    cmd.set("payload", payload);
    ArrayNode array = cmd.putArray("signers");
    signers.forEach(signer -> array.add(signer.toJson()));
    cmd.set("meta", meta.toJson());
    cmd.put("nonce", nonce);
    return Bytes.utf8(StrictJson.write(cmd));
  }

  /** The signed command. */
  public PactCommand sign() {
    Bytes cmd = text();
    Hash hash = PactCommand.hashOf(cmd);
    byte[] message = hash.bytes();
    List<String> sigs =
        keys.stream().map(key -> HexFormat.of().formatHex(key.sign(message))).toList();
    return new PactCommand(cmd, hash, sigs);
  }

  static JsonNode orNull(@Nullable JsonNode data) {
    return data == null ? NullNode.instance : data;
  }
}
