package dev.cairn.ntm.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.remote.RemoteFailure.Code;
import dev.cairn.ntm.verify.Check;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.VerifySettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains over HTTP, and answers that break off. */
class RemoteChainTest extends ServedChain {

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

  private static void breakOff(HttpExchange exchange, byte[] block, int at) throws IOException {
    exchange.sendResponseHeaders(200, block.length);
    exchange.getResponseBody().write(block, 0, at);
    exchange.getResponseBody().flush();
    throw new IOException("The connection breaks here.");
  }
}
