package dev.cairn.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A bad request and the answer that it must get. It is written to a bare socket, so that nothing
 * mends it on the way.
 *
 * @param what in words, for the document
 * @param target method and path
 * @param headers lines between the request line and the body, each with its line end
 * @param slug last part of the problem's type
 */
@SuppressWarnings("ArrayRecordComponent") // a row of a table; never compared
record BadRequest(
    String what, String target, String headers, byte[] body, int status, String slug) {
  static final String EVENTS = "POST /v1/events/batch";
  static final String VERIFY = "POST /v1/proof/verify";
  private static final String JSON_TYPE = "Content-Type: application/json\r\n";
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(20).toMillis();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The answer: status, and slug of the problem. */
  record Answer(int status, String mediaType, JsonNode problem) {
    String slug() {
      return problem.path("type").asText().replace("urn:cairn:problem:", "");
    }
  }

  static BadRequest get(String what, String path, int status, String slug) {
    return new BadRequest(what, "GET " + path, "", new byte[0], status, slug);
  }

  static BadRequest json(String what, String target, String body, int status, String slug) {
    return new BadRequest(what, target, JSON_TYPE, bytes(body), status, slug);
  }

  /** With the key of this name in {@link BadKeys}. */
  BadRequest withKey(String name) {
    String key = "Authorization: Bearer {" + name + "}\r\n";
    return new BadRequest(what, target, headers + key, body, status, slug);
  }

  /** With the keys themselves in place of their names. */
  BadRequest keyed(Map<String, String> keys) {
    String filled = headers;
    for (Map.Entry<String, String> key : keys.entrySet()) {
      filled = filled.replace("{" + key.getKey() + "}", key.getValue());
    }
    return new BadRequest(what, target, filled, body, status, slug);
  }

  /** A batch of one event. */
  static BadRequest event(String what, String jws, int status, String slug) {
    return json(what, EVENTS, "{\"events\":[\"" + jws + "\"]}", status, slug);
  }

  static BadRequest typed(
      String what, String target, String type, String body, int status, String slug) {
    String header = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
    return new BadRequest(what, target, header, bytes(body), status, slug);
  }

  static BadRequest encoded(
      String what, String target, String encoding, byte[] body, int status, String slug) {
    String headers = JSON_TYPE + "Content-Encoding: " + encoding + "\r\n";
    return new BadRequest(what, target, headers, body, status, slug);
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Answer send(URI address) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(bytes(head()));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private String head() {
    return target
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + headers
        + (body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n")
        + "\r\n";
  }

  private static Answer answer(String text) throws IOException {
    if (text.length() < 12) {
      throw new IOException("No answer: \"" + text + "\"");
    }
    int end = text.indexOf("\r\n\r\n");
    String type =
        text.substring(0, end)
            .lines()
            .filter(line -> line.regionMatches(true, 0, "content-type:", 0, 13))
            .map(line -> line.substring(13).strip())
            .findFirst()
            .orElse("");
    return new Answer(
        Integer.parseInt(text.substring(9, 12)), type, JSON.readTree(text.substring(end + 4)));
  }
}
