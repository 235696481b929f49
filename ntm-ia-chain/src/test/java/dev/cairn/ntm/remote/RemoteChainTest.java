package dev.cairn.ntm.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.remote.RemoteFailure.Code;
import dev.cairn.ntm.store.BlockPieces;
import dev.cairn.ntm.verify.ChainVerifier;
import dev.cairn.ntm.verify.Check;
import dev.cairn.ntm.verify.Failure;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.VerifySettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains over HTTP, and servers that are slow, endless, broken or lie. */
class RemoteChainTest {

  private static final Timestamp NOW = Timestamp.parse("2026-04-02 17:57:10").orElseThrow();
  private static final String BLOCKS = "/chains/valid-12/blocks/";
  private static final String FIFTH = BLOCKS + "block_000005.json";
  private static final RemoteSettings PATIENT =
      new RemoteSettings(Duration.ofSeconds(30), Duration.ofMinutes(10), 3);

  /** So short that a test need not wait for it, and only where the server never answers. */
  private static final RemoteSettings IMPATIENT =
      new RemoteSettings(Duration.ofMillis(200), Duration.ofMinutes(10), 1);

  private final CountDownLatch testIsOver = new CountDownLatch(1);
  private final List<Integer> pauses = new ArrayList<>();
  private ChainServer server;

  @BeforeEach
  void serve() throws IOException {
    server = new ChainServer(Vectors.path("chains/valid-12").resolve("../.."));
  }

  @AfterEach
  void stop() {
    testIsOver.countDown();
    server.close();
  }

  @Test
  void chain_isListedInPagesAndFetchedWithABound() throws IOException {
    VerificationReport report = verify(PATIENT, 3);
    assertThat(report.isValid()).as(report.failures().toString()).isTrue();
    assertThat(report.blocks()).isEqualTo(12);
    assertThat(server.requests)
        .contains(BLOCKS + "?format=json&limit=10000&after=5", FIFTH)
        .hasSize(1 + 3 + 12);
    assertThat(server.mostUnderWay.get()).isBetween(1, 3);
  }

  @Test
  void partialCheck_fetchesOnlyItsBlocks() throws IOException {
    Path eighth = Vectors.path("chains/valid-12/blocks/block_000008.json");
    BlockHash anchor = BlockHash.of(Files.readAllBytes(eighth));
    VerifySettings settings = VerifySettings.at(NOW).startingAt(new BlockIndex(9), anchor);
    assertThat(verifier(1).verify(chain(PATIENT), settings).isValid()).isTrue();
    assertThat(server.requests).doesNotContain(FIFTH).hasSize(1 + 3 + 4);
  }

  @Test
  void htmlListing_isReadToo() throws IOException {
    StringBuilder html = new StringBuilder("<html><a href=\"../\">up</a>");
    for (long i = 12; i > 0; i--) {
      String name = new BlockIndex(i).fileName();
      html.append("<a href=\"").append(name).append("\">").append(name).append("</a>");
    }
    byte[] page = html.toString().getBytes(StandardCharsets.UTF_8);
    server.at(BLOCKS, exchange -> ChainServer.send(exchange, "text/html;charset=UTF-8", page));
    assertThat(verify(PATIENT, 1).blocks()).isEqualTo(12);
  }

  @Test
  void blockThatTheServerDoesNotHave_isMissing() throws IOException {
    server.at(FIFTH, exchange -> exchange.sendResponseHeaders(404, -1));
    assertCodes(verify(PATIENT, 1), Check.BLOCK_MISSING);
  }

  @Test
  void brokenAnswer_isResumedWhereItEnded() throws IOException {
    byte[] block = Files.readAllBytes(Vectors.path("chains/valid-12/blocks/block_000005.json"));
    List<String> ranges = new ArrayList<>();
    server.at(
        FIFTH,
        exchange -> {
          String range = exchange.getRequestHeaders().getFirst("Range");
          ranges.add(range + " " + exchange.getRequestHeaders().getFirst("If-Range"));
          exchange.getResponseHeaders().set("ETag", "\"abc\"");
          if (range == null) {
            breakOff(exchange, block, 700);
          } else {
            exchange
                .getResponseHeaders()
                .set("Content-Range", "bytes 700-" + (block.length - 1) + "/" + block.length);
            exchange.sendResponseHeaders(206, block.length - 700);
            exchange.getResponseBody().write(block, 700, block.length - 700);
          }
        });
    assertThat(verify(PATIENT, 1).isValid()).isTrue();
    assertThat(ranges).containsExactly("null null", "bytes=700- \"abc\"");
    assertThat(pauses).containsExactly(1);
  }

  @Test
  void serverThatKnowsNoRanges_isAskedForTheWholeAgain() throws IOException {
    byte[] block = Files.readAllBytes(Vectors.path("chains/valid-12/blocks/block_000005.json"));
    AtomicInteger asked = new AtomicInteger();
    server.at(
        FIFTH,
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"abc\"");
          if (asked.incrementAndGet() == 1) {
            breakOff(exchange, block, 700);
          } else {
            ChainServer.send(exchange, "application/json", block);
          }
        });
    assertThat(verify(PATIENT, 1).isValid()).isTrue();
  }

  @Test
  void partThatWasNotAskedFor_isRefused() {
    server.at(
        FIFTH,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Range", "bytes 3-4/9");
          exchange.sendResponseHeaders(206, 2);
          exchange.getResponseBody().write(new byte[2]);
        });
    assertFails(PATIENT, Code.REMOTE_REFUSED);
  }

  private static void breakOff(HttpExchange exchange, byte[] block, int at) throws IOException {
    exchange.sendResponseHeaders(200, block.length);
    exchange.getResponseBody().write(block, 0, at);
    exchange.getResponseBody().flush();
    throw new IOException("The connection breaks here.");
  }

  @Test
  void overloadedServer_isAskedAgain() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    byte[] block = Files.readAllBytes(Vectors.path("chains/valid-12/blocks/block_000005.json"));
    server.at(
        FIFTH,
        exchange -> {
          if (asked.incrementAndGet() <= 2) {
            exchange.sendResponseHeaders(503, -1);
          } else {
            ChainServer.send(exchange, "application/json", block);
          }
        });
    assertThat(verify(PATIENT, 1).isValid()).isTrue();
    assertThat(pauses).containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "500,REMOTE_UNAVAILABLE,4",
    "429,REMOTE_UNAVAILABLE,4",
    "403,REMOTE_REFUSED,1",
    "302,REMOTE_REFUSED,1"
  })
  void status_hasItsCodeAndRetries(int status, Code code, int requests) {
    server.at(
        FIFTH,
        exchange -> {
          exchange.getResponseHeaders().set("Location", server.address("elsewhere"));
          exchange.sendResponseHeaders(status, -1);
        });
    assertFails(PATIENT, code);
    assertThat(server.requests.stream().filter(FIFTH::equals)).hasSize(requests);
    assertThat(server.requests).doesNotContain("/elsewhere");
  }

  @Test
  void silentServer_isCut() {
    server.at(FIFTH, exchange -> awaitEnd());
    assertFails(IMPATIENT, Code.REMOTE_TIMEOUT);
  }

  @Test
  void slowServer_isCutInTheMiddleOfItsAnswer() {
    server.at(
        FIFTH,
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
          awaitEnd();
        });
    assertFails(IMPATIENT, Code.REMOTE_TIMEOUT);
  }

  @Test
  void serverThatIsSlowOnTheWhole_isCut() {
    RemoteSettings hasty = new RemoteSettings(Duration.ofSeconds(30), Duration.ofSeconds(16), 0);
    AtomicInteger second = new AtomicInteger();
    RemoteClient client =
        new RemoteClient(hasty, () -> 1_000_000_000L * second.getAndIncrement(), retry -> {});
    RemoteChain chain =
        new RemoteChain(RemoteChain.folder(server.address("chains/valid-12")), client);
    RemoteFailure failure =
        catchThrowableOfType(
            RemoteFailure.class, () -> verifier(1).verify(chain, VerifySettings.at(NOW)));
    assertThat(failure.code()).isEqualTo(Code.REMOTE_TIMEOUT);
    assertThat(failure).hasMessageContaining("All answers together took longer than 16 s.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endlessBlock_isCutAndFailsLikeALargeFile(boolean lengthIsTold) throws IOException {
    server.at(
        FIFTH,
        exchange -> {
          exchange.sendResponseHeaders(200, lengthIsTold ? Long.MAX_VALUE : 0);
          endless(exchange.getResponseBody());
        });
    VerificationReport report = verify(PATIENT, 1);
    assertCodes(report, Check.JSON_SYNTAX);
    assertThat(report.failures().get(0).detail())
        .isEqualTo(
            "The file has more than " + BlockPieces.MAX_HASHED_BYTES + " bytes; it was not read.");
  }

  @Test
  void largeBlock_isHashedButNotParsed() throws IOException {
    byte[] large = new byte[1 << 20];
    server.at(FIFTH, exchange -> ChainServer.send(exchange, "application/json", large));
    assertCodes(verify(PATIENT, 1), Check.JSON_SYNTAX, Check.PREVIOUS_HASH_MISMATCH);
  }

  @Test
  void endlessListingPage_isCut() {
    server.at(
        BLOCKS,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          endless(exchange.getResponseBody());
        });
    assertFails(PATIENT, Code.REMOTE_ENDLESS);
  }

  @Test
  void listingWithoutEnd_isCut() {
    server.at(
        BLOCKS,
        exchange -> {
          String query = exchange.getRequestURI().getQuery();
          long after = Long.parseLong(query.substring(query.indexOf("after=") + 6));
          sendListing(exchange, "\"" + new BlockIndex(after + 1).fileName() + "\"", "\"?more\"");
        });
    assertFails(PATIENT, Code.REMOTE_ENDLESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"block_000002.json\",\"block_000001.json\"",
        "\"block_000001.json\",\"block_000001.json\"",
        "1",
        "{}",
        "["
      })
  void listingThatIsNone_isRefused(String names) {
    server.at(BLOCKS, exchange -> sendListing(exchange, names, "null"));
    assertFails(PATIENT, Code.REMOTE_LISTING);
  }

  @Test
  void nameThatLeavesTheFolder_isNeverFetched() throws IOException {
    String names = "\"block_000001.json\",\"../last_hash.txt\",\"block_000002.json/../x.json\"";
    server.at(BLOCKS, exchange -> sendListing(exchange, names, "null"));
    VerificationReport report = verify(PATIENT, 1);
    assertThat(report.warnings()).hasSize(2);
    assertThat(server.requests)
        .filteredOn(request -> !request.contains("?"))
        .containsOnly("/chains/valid-12/last_hash.txt", BLOCKS + "block_000001.json");
  }

  @Test
  void compressionThatNobodyAskedFor_isRefused() {
    server.at(
        FIFTH,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          ChainServer.send(exchange, "application/json", new byte[5]);
        });
    assertFails(PATIENT, Code.REMOTE_ENCODED);
  }

  @Test
  void chainThatGrowsMeanwhile_isReadAnew() throws IOException {
    String newest = Files.readString(Vectors.path("chains/valid-12/last_hash.txt"));
    AtomicInteger asked = new AtomicInteger();
    server.at(
        "/chains/valid-12/last_hash.txt",
        exchange -> {
          String text = asked.incrementAndGet() == 1 ? "0".repeat(64) : newest;
          ChainServer.send(exchange, "text/plain", text.getBytes(StandardCharsets.UTF_8));
        });
    assertThat(verify(PATIENT, 1).isValid()).isTrue();
    assertThat(asked.get()).isEqualTo(3);
  }

  @Test
  void longLastHash_isCutAndMalformed() throws IOException {
    server.at(
        "/chains/valid-12/last_hash.txt",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          endless(exchange.getResponseBody());
        });
    assertCodes(verify(PATIENT, 1), Check.LAST_HASH_FORMAT);
  }

  @Test
  void serverThatIsNotThere_isUnreachable() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    RemoteChain nowhere = chain("http://127.0.0.1:" + port + "/", PATIENT);
    RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, nowhere::list);
    assertThat(failure.code()).isEqualTo(Code.REMOTE_UNREACHABLE);
    assertThat(failure.isRetryable()).isTrue();
    assertThat(pauses).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host/",
        "http:///x",
        "http://user:word@host/",
        "http://host/?a=b",
        "http://host/#x",
        "http://ho st/"
      })
  void addressThatIsNone_isRefused(String address) {
    assertThatThrownBy(() -> new RemoteChain(address, PATIENT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void sendListing(HttpExchange exchange, String names, String next)
      throws IOException {
    String text = "{\"blocks\":[" + names + "],\"next\":" + next + "}";
    ChainServer.send(exchange, "application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes until the other side hangs up. */
  private static void endless(OutputStream out) throws IOException {
    byte[] piece = new byte[64 * 1024];
    Arrays.fill(piece, (byte) ' ');
    while (true) {
      out.write(piece);
    }
  }

  private void awaitEnd() {
    try {
      testIsOver.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void assertFails(RemoteSettings settings, Code code) {
    RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> verify(settings, 1));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).hasMessageMatching(code + ": .*[.]");
  }

  private static void assertCodes(VerificationReport report, Check... codes) {
    assertThat(report.failures()).extracting(Failure::check).containsExactly(codes);
  }

  private VerificationReport verify(RemoteSettings settings, int threads) throws IOException {
    return verifier(threads).verify(chain(settings), VerifySettings.at(NOW));
  }

  private RemoteChain chain(RemoteSettings settings) {
    return chain(server.address("chains/valid-12"), settings);
  }

  private RemoteChain chain(String address, RemoteSettings settings) {
    RemoteClient client = new RemoteClient(settings, System::nanoTime, pauses::add);
    return new RemoteChain(RemoteChain.folder(address), client);
  }

  private static ChainVerifier verifier(int threads) throws IOException {
    return new ChainVerifier(
        KeyringFile.read(Vectors.path("keys/keyring-single.json")),
        SignatureScheme.platform(),
        threads);
  }
}
