package dev.cairn.ntm.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.remote.RemoteFailure.Code;
import dev.cairn.ntm.store.BlockPieces;
import dev.cairn.ntm.verify.Check;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.VerifySettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are slow, endless, broken or lie. */
class HostileServerTest extends ServedChain {

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

  private static void sendListing(HttpExchange exchange, String names, String next)
      throws IOException {
    String text = "{\"blocks\":[" + names + "],\"next\":" + next + "}";
    ChainServer.send(exchange, "application/json", text.getBytes(StandardCharsets.UTF_8));
  }
}
