package dev.cairn.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** New events in each way in which a request may carry them. */
final class GoodRequests {
  private final Random random;
  private final String run;
  private int number;

  GoodRequests(Random random) {
    this.random = random;
    this.run = "good-" + Long.toHexString(random.nextLong()) + "-";
  }

  byte[] next() {
    return request("");
  }

  /** After which the server closes the connection. */
  byte[] last() {
    return request("Connection: close\r\n");
  }

  private byte[] request(String headers) {
    boolean lines = random.nextBoolean();
    String events = BadRequests.signed(run + number++, "1");
    byte[] body =
        (lines ? events + "\n" : "{\"events\":[\"" + events + "\"]}")
            .getBytes(StandardCharsets.US_ASCII);
    boolean packed = random.nextBoolean();
    byte[] sent = packed ? BadRequest.gzip(body) : body;
    boolean chunked = random.nextBoolean();
    String head =
        "POST /v1/events/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/"
            + (lines ? "x-ndjson" : "json")
            + "\r\n"
            + (packed ? "Content-Encoding: gzip\r\n" : "")
            + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + sent.length)
            + "\r\n"
            + headers
            + "\r\n";
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(chunked ? chunks(sent) : sent);
    return all.toByteArray();
  }

  private byte[] chunks(byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int from = 0; from < body.length; ) {
      int size = 1 + random.nextInt(body.length - from);
      all.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      all.write(body, from, size);
      all.writeBytes(new byte[] {'\r', '\n'});
      from += size;
    }
    all.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return all.toByteArray();
  }
}
