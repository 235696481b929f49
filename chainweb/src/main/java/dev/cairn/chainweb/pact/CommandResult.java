package dev.cairn.chainweb.pact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.JsonFields;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The result of a command, read from the bytes that are kept beside it: they are what is hashed
 * (reference §7.4).
 *
 * @param bytes as received
 * @param requestKey text; of a coinbase it is no 32-byte hash
 * @param success whether the code ran to its end
 * @param data the value of a success, the error object of a failure
 * @param events in order; empty when the member is absent
 * @param gas units used
 * @param txId number of the transaction on its chain; absent for a failure
 * @param continuation pact state, or JSON null
 * @param metaData block data that a server added, or JSON null
 */
public record CommandResult(
    Bytes bytes,
    String requestKey,
    boolean success,
    JsonNode data,
    List<PactEvent> events,
    long gas,
    OptionalLong txId,
    JsonNode continuation,
    JsonNode metaData) {

  public CommandResult {
    events = List.copyOf(events);
  }

  public static CommandResult parse(Bytes bytes) {
    JsonNode object = StrictJson.parse(bytes.bytes(), "command result");
    JsonFields fields = JsonFields.of(object, "command result");
    JsonFields result = JsonFields.of(fields.object("result"), "command result's outcome");
    boolean success = isSuccess(result.text("status"));
    return new CommandResult(
        bytes,
        fields.text("reqKey"),
        success,
        result.any(success ? "data" : "error"),
        readEvents(fields),
        fields.signedLong("gas"),
        fields.has("txId") ? OptionalLong.of(fields.signedLong("txId")) : OptionalLong.empty(),
        object.path("continuation"),
        object.path("metaData"));
  }

  private static boolean isSuccess(String status) {
    return switch (status) {
      case "success" -> true;
      case "failure" -> false;
      default ->
          throw new MalformedException(
              "A command's status is success or failure, not \"" + status + "\".");
    };
  }

  private static List<PactEvent> readEvents(JsonFields fields) {
    List<PactEvent> events = new ArrayList<>();
    if (fields.has("events")) {
      fields.array("events").forEach(event -> events.add(PactEvent.fromJson(event)));
    }
    return events;
  }
}
