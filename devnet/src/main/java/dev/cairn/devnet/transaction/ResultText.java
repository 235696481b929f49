package dev.cairn.devnet.transaction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cairn.devnet.contract.RunResult;
import dev.cairn.devnet.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of command results, in the member order that is hashed (reference/chainweb.md 7.4):
 * {@code gas, result, reqKey, logs, events, metaData, continuation, txId}.
 *
 * @param result JSON of the member {@code result}
 * @param logs hash text, or empty for null
 * @param events JSON of each event; none leaves the member out
 * @param continuation JSON, or empty for null
 * @param txId empty for null
 */
record ResultText(
    long gas,
    String result,
    String requestKey,
    Optional<String> logs,
    List<String> events,
    Optional<String> continuation,
    Optional<Long> txId) {

  /** On chain a message is cut here. */
  private static final int MAX_MESSAGE = 256;

  private static final JsonFactory JSON = new JsonFactory();

  /** The member {@code result} of a success. */
  static String success(String value) {
    return "{\"status\":\"success\",\"data\":" + value + "}";
  }

  /** The member {@code result} of a failure. */
  static String failure(String type, String message, String info) {
    String cut = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message;
    return "{\"status\":\"failure\",\"error\":{\"callStack\":[],\"type\":"
        + JsonText.quote(type)
        + ",\"message\":"
        + JsonText.quote(cut)
        + ",\"info\":"
        + JsonText.quote(info)
        + "}}";
  }

  static String failure(RunResult.Failure failure) {
    return failure(failure.type(), failure.message(), failure.info());
  }

  /** The result with an empty {@code metaData}, as it is hashed. */
  byte[] onChain() {
    return text("null");
  }

  /** The result as a local run answers it. */
  byte[] withMetaData(String metaData) {
    return text(metaData);
  }

  private byte[] text(String metaData) {
    String text =
        "{\"gas\":"
            + gas
            + ",\"result\":"
            + result
            + ",\"reqKey\":"
            + JsonText.quote(requestKey)
            + ",\"logs\":"
            + logs.map(JsonText::quote).orElse("null")
            + (events.isEmpty() ? "" : ",\"events\":" + JsonText.array(events))
            + ",\"metaData\":"
            + metaData
            + ",\"continuation\":"
            + continuation.orElse("null")
            + ",\"txId\":"
            + txId.map(String::valueOf).orElse("null")
            + "}";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A mined result with its {@code metaData} replaced; every other byte stays. */
  static String withMetaData(byte[] onChain, String metaData) {
    int end = endOfMetaData(onChain);
    int start = end - "null".length();
    return new String(onChain, 0, start, StandardCharsets.UTF_8)
        + metaData
        + new String(onChain, end, onChain.length - end, StandardCharsets.UTF_8);
  }

  private static int endOfMetaData(byte[] onChain) {
    try (JsonParser parser = JSON.createParser(onChain)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        @Nullable String name = parser.currentName();
        parser.nextToken();
        if ("metaData".equals(name)) {
          return (int) parser.currentTokenLocation().getByteOffset() + "null".length();
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("A mined result is JSON.", e);
    }
    throw new IllegalArgumentException("A mined result has the member metaData.");
  }
}
