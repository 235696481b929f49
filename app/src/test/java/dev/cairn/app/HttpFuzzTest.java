package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.app.HostileBytes.Attack;
import dev.cairn.app.HostileBytes.Ending;
import dev.cairn.app.instance.GatewayAlone;
import dev.cairn.app.instance.InstanceSettings.Limits;
import dev.cairn.app.instance.SurfaceSettings;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.http.ConnectionLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Raw bytes for the gateway's port: an answer is no 5xx but the 503 of an overload, no connection
 * hangs, the next good request is answered, and nothing is kept of what came. Two seconds each in
 * the build, or as long as {@code -Dcairn.fuzz.seconds=N} says; {@code -Dcairn.fuzz.seed=N} repeats
 * a run.
 */
class HttpFuzzTest {
  private static final long LONGER_RUN = Long.getLong("cairn.fuzz.seconds", 0);
  private static final Duration TIME = Duration.ofSeconds(LONGER_RUN == 0 ? 2 : LONGER_RUN);
  private static final long SEED = Long.getLong("cairn.fuzz.seed", new Random().nextLong());

  /** Who waits longer for a connection to end calls it a hang. */
  private static final int PATIENCE_MILLIS = 20_000;

  /** Answers on this machine come sooner; those that do not are not looked at. */
  private static final int MOMENT_MILLIS = 50;

  /** What the heap may hold more after the run: buffers of the event loops, caches of signers. */
  private static final long HEAP_SLACK_BYTES = 32L << 20;

  private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d (\\d{3}) ");

  @TempDir static Path directory;

  private static GatewayAlone gateway;
  private static String adminKey;

  private final Random random = new Random(SEED);
  private final Map<String, Long> counts = new TreeMap<>();

  @BeforeAll
  static void start() throws IOException {
    SurfaceSettings surface =
        new SurfaceSettings(
            "127.0.0.1",
            0,
            false,
            Set.of(),
            Optional.empty(),
            new ConnectionLimits(64, Duration.ofSeconds(5)));
    gateway =
        GatewayAlone.start(
            new GatewayAlone.Settings(
                directory, surface, 20, Limits.DEFAULT, SignatureProviders.best()));
    adminKey = Files.readString(directory.resolve("keys").resolve("admin.key")).strip();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void hostileBytes_areRefusedOrCut_andNobodyElseNotices() throws IOException {
    HostileBytes hostile = new HostileBytes(random, adminKey);
    long heap = liveHeap();
    long end = System.nanoTime() + TIME.toNanos();
    for (int i = 0; System.nanoTime() < end; i++) {
      Attack attack = hostile.next();
      String answers = send(attack);
      assertThat(statuses(answers))
          .as(() -> told(attack) + "\nanswers: " + answers)
          .allMatch(status -> status < 500 || status == 503);
      count(attack.kind(), answers);
      assertThat(exchange(good(i))).as(() -> told(attack)).startsWith("HTTP/1.1 20");
    }
    print("hostile connections");
    nothingIsHeld();
    assertThat(liveHeap()).isLessThan(heap + HEAP_SLACK_BYTES);
  }

  /** Now and then an event, which has to be acknowledged. */
  private static byte[] good(int number) {
    return number % 10 == 0
        ? new GoodRequests(new Random(number)).last()
        : "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void goodRequests_inWhateverPieces_areAllAnswered() throws IOException {
    GoodRequests good = new GoodRequests(random);
    HostileBytes knife = new HostileBytes(random, adminKey);
    long end = System.nanoTime() + TIME.toNanos();
    while (System.nanoTime() < end) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      int requests = 1 + random.nextInt(5);
      for (int i = 1; i < requests; i++) {
        all.writeBytes(good.next());
      }
      all.writeBytes(good.last());
      String answers = exchange(knife.pieces(all.toByteArray()));
      assertThat(statuses(answers))
          .as(() -> "seed " + SEED + ", sent: " + printable(all.toByteArray()) + answers)
          .hasSize(requests)
          .allMatch(status -> status == 202);
      counts.merge("requests", (long) requests, Long::sum);
    }
    print("good connections");
    nothingIsHeld();
  }

  /** What came back; the connection must end by itself within the time. */
  private static String send(Attack attack) throws IOException {
    try (Socket socket = connect()) {
      try {
        for (byte[] piece : attack.pieces()) {
          socket.getOutputStream().write(piece);
        }
        if (attack.ending() == Ending.CLOSED || attack.ending() == Ending.RESET) {
          socket.setSoLinger(attack.ending() == Ending.RESET, 0);
          return "";
        }
        String first = attack.ending() == Ending.LISTENING ? readForAMoment(socket) : "";
        socket.shutdownOutput();
        return first + read(socket.getInputStream());
      } catch (SocketTimeoutException hangs) {
        throw new AssertionError("The connection hangs: " + told(attack), hangs);
      } catch (IOException cut) {
        return "";
      }
    }
  }

  private static String readForAMoment(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    socket.setSoTimeout(MOMENT_MILLIS);
    try {
      socket.getInputStream().transferTo(all);
    } catch (SocketTimeoutException quiet) {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private static String exchange(byte[] request) throws IOException {
    return exchange(List.of(request));
  }

  private static String exchange(List<byte[]> pieces) throws IOException {
    try (Socket socket = connect()) {
      for (byte[] piece : pieces) {
        socket.getOutputStream().write(piece);
      }
      return read(socket.getInputStream());
    }
  }

  private static List<Integer> statuses(String answers) {
    Matcher status = STATUS.matcher(answers);
    return status.results().map(found -> Integer.valueOf(found.group(1))).toList();
  }

  private void count(String kind, String answers) {
    counts.merge(kind, 1L, Long::sum);
    if (!answers.isEmpty()) {
      counts.merge("answered", 1L, Long::sum);
    }
    statuses(answers).forEach(status -> counts.merge("status " + status, 1L, Long::sum));
  }

  private void print(String what) {
    if (LONGER_RUN > 0) {
      System.out.printf(
          Locale.ROOT, "fuzz, %s, seed %d, %d s: %s%n", what, SEED, LONGER_RUN, counts);
    }
  }

  private static String told(Attack attack) {
    StringBuilder all = new StringBuilder();
    attack.pieces().forEach(piece -> all.append(printable(piece)).append("|"));
    return "seed %d, %s, then %s: %s".formatted(SEED, attack.kind(), attack.ending(), all);
  }

  private static String printable(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, 3000), StandardCharsets.ISO_8859_1);
    return text.replace("\r", "\\r").replace("\n", "\\n").replaceAll("[^ -~]", "?");
  }

  /** Neither requests nor their bytes; of connections only the one that asks. */
  private static void nothingIsHeld() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        exchange(
                            "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII)))
                    .contains("cairn_gateway_requests_inflight 0.0")
                    .contains("cairn_gateway_bytes_inflight_bytes 0.0")
                    .contains("cairn_http_connections 1.0"));
  }

  private static long liveHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
