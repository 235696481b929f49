package dev.cairn.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What somebody may send who does not mean well, or whose client is broken: bytes of no order. */
final class HostileBytes {

  /** How the client goes on when it has sent everything. */
  enum Ending {
    /** It waits a moment for answers, then sends no more and reads what still comes. */
    LISTENING,
    /** It sends no more, and reads what comes. */
    HALF_CLOSED,
    /** It is gone. */
    CLOSED,
    /** It is gone, and says so. */
    RESET
  }

  /**
   * One connection.
   *
   * @param pieces sent one after the other
   */
  record Attack(String kind, List<byte[]> pieces, Ending ending) {}

  private static final List<String> KINDS =
      List.of(
          "request line",
          "headers",
          "header flood",
          "lengths",
          "chunks",
          "pipelining",
          "gzip",
          "lines",
          "other protocols",
          "administration",
          "mutants");

  private final Random random;
  private final String adminKey;
  private int number;

  HostileBytes(Random random, String adminKey) {
    this.random = random;
    this.adminKey = adminKey;
  }

  Attack next() {
    String kind = any(KINDS);
    byte[] bytes =
        switch (kind) {
          case "request line" ->
              text(
                  any(HostileWords.VERBS)
                      + " "
                      + any(HostileWords.TARGETS)
                      + " "
                      + any(HostileWords.VERSIONS)
                      + end());
          case "headers" ->
              text("GET /healthz HTTP/1.1\r\n" + mutant(text("Host: x\r\nAccept: */*")) + end());
          case "header flood" -> headerFlood();
          case "lengths" -> lengths();
          case "chunks" -> chunks();
          case "pipelining" -> joined(good(), good(), mutantOf(good()), good());
          case "gzip" -> gzip();
          case "lines" -> lines();
          case "other protocols" -> joined(text(any(HostileWords.PROTOCOLS)), noise(50));
          case "administration" -> administration();
          default -> mutantOf(good());
        };
    byte[] cut =
        random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    return new Attack(kind, pieces(cut), any(List.of(Ending.values())));
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String end() {
    return any(List.of("\r\nHost: x\r\n\r\n", "\r\n\r\n", "\n\n", "\r\n", "\r\n : \r\n\r\n"));
  }

  private byte[] noise(int most) {
    byte[] noise = new byte[random.nextInt(most)];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private byte[] body() {
    return text("{\"events\":[\"" + BadRequests.signed("hostile-" + number++, "1") + "\"]}");
  }

  private byte[] good() {
    byte[] body = body();
    return joined(head("application/json", "Content-Length: " + body.length), body);
  }

  private static byte[] head(String type, String more) {
    return text(
        "POST /v1/events/batch HTTP/1.1\r\nHost: x\r\nContent-Type: "
            + type
            + "\r\n"
            + more
            + "\r\n\r\n");
  }

  private byte[] headerFlood() {
    StringBuilder head = new StringBuilder("GET /healthz HTTP/1.1\r\n");
    int headers = 1 << random.nextInt(15);
    for (int i = 0; i < headers; i++) {
      head.append(random.nextBoolean() ? "X-" + i : "Host").append(": ").append(i).append("\r\n");
    }
    return text(head + end());
  }

  private byte[] lengths() {
    StringBuilder more = new StringBuilder("Content-Length: " + any(HostileWords.LENGTHS));
    for (int i = random.nextInt(3); i > 0; i--) {
      more.append(
          random.nextBoolean()
              ? "\r\nContent-Length: " + any(HostileWords.LENGTHS)
              : "\r\nTransfer-Encoding: " + any(HostileWords.ENCODINGS));
    }
    return joined(head("application/json", more.toString()), body());
  }

  private byte[] chunks() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head("application/json", "Transfer-Encoding: " + any(HostileWords.ENCODINGS)));
    for (int i = random.nextInt(6); i >= 0; i--) {
      all.writeBytes(text(any(HostileWords.SIZES) + any(List.of("\r\n", "\n", "\r"))));
      all.writeBytes(random.nextBoolean() ? text("{\"ev\"") : noise(20));
      all.writeBytes(text(any(List.of("\r\n", "", "\n"))));
    }
    all.writeBytes(
        text(any(List.of("0\r\n\r\n", "0\r\nX: y\r\n\r\n", "0\r\n" + "T: t\r\n".repeat(9000)))));
    return all.toByteArray();
  }

  private byte[] gzip() {
    byte[] plain =
        switch (random.nextInt(3)) {
          case 0 -> body();
          case 1 -> new byte[1 << (10 + random.nextInt(16))];
          default -> BadRequest.gzip(new byte[1 << 20]);
        };
    byte[] packed = BadRequest.gzip(plain);
    byte[] sent =
        random.nextBoolean()
            ? Arrays.copyOf(packed, random.nextInt(packed.length))
            : mutantOf(packed);
    String type = any(List.of("application/json", "application/x-ndjson"));
    String encoding = any(List.of("gzip", "deflate", "gzip, gzip", "x-gzip", "br"));
    return joined(
        head(type, "Content-Encoding: " + encoding + "\r\nContent-Length: " + sent.length), sent);
  }

  private byte[] lines() {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (int i = random.nextInt(20); i >= 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> lines.writeBytes(text(BadRequests.signed("line-" + number++, "1")));
        case 1 -> lines.writeBytes(mutantOf(body()));
        case 2 -> lines.writeBytes(new byte[random.nextInt(200_000)]);
        case 3 -> lines.writeBytes(noise(500));
        default -> lines.writeBytes(text("\r\n\n\n"));
      }
      lines.write('\n');
    }
    int length = lines.size() + random.nextInt(3) * 100;
    return joined(head("application/x-ndjson", "Content-Length: " + length), lines.toByteArray());
  }

  private byte[] administration() {
    String[] parts = any(HostileWords.ADMINISTRATION).formatted(random.nextInt(1000)).split(" ", 3);
    byte[] body = mutantOf(text(parts[2]));
    return joined(
        text(
            parts[0]
                + " "
                + parts[1]
                + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + adminKey
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n"),
        body);
  }

  private String mutant(byte[] original) {
    return new String(mutantOf(original), StandardCharsets.ISO_8859_1);
  }

  private byte[] mutantOf(byte[] original) {
    byte[] mutant = original.clone();
    for (int edits = random.nextInt(5); edits > 0 && mutant.length > 0; edits--) {
      int at = random.nextInt(mutant.length);
      switch (random.nextInt(4)) {
        case 0 -> mutant[at] = (byte) random.nextInt();
        case 1 -> mutant[at] = (byte) "\r\n\0 :;,\"{}[]0-".charAt(random.nextInt(14));
        case 2 ->
            mutant =
                joined(
                    Arrays.copyOf(mutant, at),
                    Arrays.copyOfRange(mutant, random.nextInt(mutant.length), mutant.length));
        default -> mutant[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return mutant;
  }

  /** Cut anywhere. */
  List<byte[]> pieces(byte[] bytes) {
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    for (int left = random.nextInt(4); left > 0 && from < bytes.length; left--) {
      int to = from + 1 + random.nextInt(bytes.length - from);
      pieces.add(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    pieces.add(Arrays.copyOfRange(bytes, from, bytes.length));
    return pieces;
  }
}
