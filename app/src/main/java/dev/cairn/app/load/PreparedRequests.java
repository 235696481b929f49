package dev.cairn.app.load;

import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Whole HTTP requests, signed beforehand, in a mapped file: sending one costs the client a system
 * call, and they take no heap.
 */
final class PreparedRequests implements AutoCloseable {

  /** Requests are signed and written in shares of so many events. */
  private static final int SHARE_EVENTS = 2_000;

  private static final int SIGNERS = 100;

  /** With the header and a signature, an event of 431 bytes: a reading with some context. */
  private static final int PAYLOAD_BYTES = 105;

  private static final String HEAD =
      "POST /v1/events/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: ";

  private final FileChannel file;
  private final MappedByteBuffer bytes;
  private final int[] ends;
  private final int eventsPerRequest;

  private PreparedRequests(
      FileChannel file, MappedByteBuffer bytes, int[] ends, int eventsPerRequest) {
    this.file = file;
    this.bytes = bytes;
    this.ends = ends;
    this.eventsPerRequest = eventsPerRequest;
  }

  /**
   * Signs events that no gateway has seen.
   *
   * @param directory gets the file, which the system removes when it is closed
   */
  static PreparedRequests sign(Path directory, int requests, int eventsPerRequest) {
    Path path = directory.resolve("requests");
    try {
      FileChannel file =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      int[] ends = write(file, requests, eventsPerRequest);
      MappedByteBuffer mapped = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
      return new PreparedRequests(file, mapped, ends, eventsPerRequest);
    } catch (IOException failed) {
      throw new UncheckedIOException("The requests cannot be written to " + path + ".", failed);
    }
  }

  private static int[] write(FileChannel file, int requests, int eventsPerRequest)
      throws IOException {
    List<SigningKey> signers = signers();
    String run = UUID.randomUUID().toString();
    int[] ends = new int[requests];
    int share = Math.max(1, SHARE_EVENTS / eventsPerRequest);
    int end = 0;
    for (int from = 0; from < requests; from += share) {
      List<byte[]> made =
          IntStream.range(from, Math.min(requests, from + share))
              .parallel()
              .mapToObj(number -> request(signers, run, number, eventsPerRequest))
              .toList();
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      for (int i = 0; i < made.size(); i++) {
        joined.writeBytes(made.get(i));
        end += made.get(i).length;
        ends[from + i] = end;
      }
      file.write(ByteBuffer.wrap(joined.toByteArray()));
    }
    return ends;
  }

  private static List<SigningKey> signers() {
    Random random = new Random();
    return IntStream.range(0, SIGNERS)
        .mapToObj(
            signer -> {
              byte[] seed = new byte[32];
              random.nextBytes(seed);
              return SigningKey.fromEd25519Seed(seed);
            })
        .toList();
  }

  private static byte[] request(
      List<SigningKey> signers, String run, int number, int eventsPerRequest) {
    StringBuilder body = new StringBuilder("{\"events\":[");
    long now = System.currentTimeMillis() / 1000;
    for (int i = 0; i < eventsPerRequest; i++) {
      long event = (long) number * eventsPerRequest + i;
      SigningKey signer = signers.get((int) (event % SIGNERS));
      EventDraft draft = EventDraft.of(payload(event), run + "-" + event, now);
      byte[] jws = EventSigner.sign(signer, draft);
      body.append(i == 0 ? "\"" : ",\"").append(new String(jws, StandardCharsets.US_ASCII));
      body.append('"');
    }
    body.append("]}");
    return (HEAD + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] payload(long event) {
    String text = "{\"reading\":" + event + ",\"unit\":\"mm\",\"station\":\"" + event % SIGNERS;
    StringBuilder padded = new StringBuilder(text).append("\",\"note\":\"");
    while (padded.length() < PAYLOAD_BYTES - 2) {
      padded.append('.');
    }
    return padded.append("\"}").toString().getBytes(StandardCharsets.US_ASCII);
  }

  int count() {
    return ends.length;
  }

  int eventsPerRequest() {
    return eventsPerRequest;
  }

  /** The bytes of a request, for one reader. */
  ByteBuffer request(int number) {
    int start = number == 0 ? 0 : ends[number - 1];
    return bytes.slice(start, ends[number] - start);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("The file of requests cannot be closed.", failed);
    }
  }
}
