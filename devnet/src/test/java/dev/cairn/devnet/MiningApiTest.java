package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.mining.MiningMode;
import dev.cairn.devnet.transaction.MinerAccount;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A miner outside: it asks for work, finds nonces, and hears of news. */
class MiningApiTest {

  /** LE32(chain) ‖ target in front of the header. */
  private static final int PREFIX = 36;

  /** From the end of a header without its hash. */
  private static final int NONCE = 8;

  private Devnet devnet;
  private NodeClient node;
  private String miner;

  @BeforeEach
  void start() {
    DevnetSettings settings =
        DevnetSettings.development()
            .withAddress("127.0.0.1", 0)
            .withProofOfWork(DevnetSettings.EASY_WORK)
            .withMining(new MiningMode.ByClients(Duration.ofSeconds(1)));
    devnet = Devnet.start(settings, Clock.systemUTC());
    node = new NodeClient(devnet);
    miner = account(0);
  }

  @AfterEach
  void stop() {
    devnet.close();
  }

  private static String account(int sender) {
    String key = Devnet.testAccounts().get(sender).publicKeyHex();
    return new String(MinerAccount.ofKey(key).minerData(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> work(String query, String account) {
    return bytes(
        node.request(node.path("/mining/work" + query))
            .method("GET", BodyPublishers.ofString(account))
            .build());
  }

  private HttpResponse<byte[]> solved(byte[] header) {
    return bytes(
        node.request(node.path("/mining/solved"), "Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(header))
            .build());
  }

  private HttpResponse<byte[]> bytes(HttpRequest request) {
    try {
      return node.http().send(request, BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The header of some work with a nonce that meets its target, or one that does not. */
  private static byte[] header(byte[] work, boolean good) {
    byte[] header = Arrays.copyOfRange(work, PREFIX, work.length);
    for (int nonce = 0; decoded(header).meetsTarget() != good; nonce++) {
      header[header.length - NONCE] = (byte) nonce;
      header[header.length - NONCE + 1] = (byte) (nonce >> 8);
    }
    return header;
  }

  private static BlockHeader decoded(byte[] header) {
    return BlockHeader.decode(Arrays.copyOf(header, header.length + Hash.SIZE)).withComputedHash();
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void miner_makesEveryBlockAndIsPaid() throws Exception {
    PactClient client = new PactClient(node);
    PactCommand command = new TestCommands("development", Clock.systemUTC()).exec(3, "(+ 1 2)");
    client.send(3, command);
    mineRound();
    assertThat(client.poll(3, command, 0)).as("genesis is too old for it").isEmpty();
    mineRound();
    assertThat(node.height()).isEqualTo(2);
    JsonNode result = client.poll(3, command, 0).get(command.hash().toString());
    assertThat(result.at("/result/data/int").asInt()).isEqualTo(3);
    new HeaderChecker(devnet).checkUpTo(2);
  }

  private void mineRound() {
    for (int chain = 0; chain < 20; chain++) {
      HttpResponse<byte[]> work = work("?chain=" + chain, miner);
      assertThat(work.statusCode()).isEqualTo(200);
      assertThat(work.body()).hasSize(322);
      assertThat(work.body()[0]).isEqualTo((byte) chain);
      HttpResponse<byte[]> taken = solved(header(work.body(), true));
      assertThat(taken.statusCode()).as(text(taken)).isEqualTo(200);
      assertThat(taken.body()).isEmpty();
    }
  }

  @Test
  void work_isForKnownMinersAndSolvedOnce() {
    assertThat(text(work("", account(1)))).startsWith("Unauthorized Miner: k:");
    assertThat(work("", "{}").statusCode()).isEqualTo(400);
    byte[] work = work("", miner).body();
    HttpResponse<byte[]> unsolved = solved(header(work, false));
    assertThat(unsolved.statusCode()).isEqualTo(400);
    assertThat(text(unsolved)).startsWith("Invalid solved work: ");
    byte[] good = header(work, true);
    assertThat(solved(good).statusCode()).isEqualTo(200);
    assertThat(solved(good).statusCode()).isEqualTo(404);
    assertThat(text(solved(Arrays.copyOf(good, good.length + 1))))
        .isEqualTo("Decoding error: too many bytes");
  }

  @Test
  void updates_tellThatTheWorkOfAChainIsOld() throws Exception {
    byte[] work = work("?chain=7", miner).body();
    HttpResponse<Stream<String>> updates =
        node.http()
            .send(
                node.request(node.path("/mining/updates"))
                    .method("GET", BodyPublishers.ofByteArray(new byte[] {work[0], 0, 0, 0}))
                    .build(),
                BodyHandlers.ofLines());
    assertThat(updates.statusCode()).isEqualTo(200);
    assertThat(solved(header(work, true)).statusCode()).isEqualTo(200);
    try (Stream<String> lines = updates.body()) {
      Iterator<String> text = lines.iterator();
      assertThat(text.next()).isEqualTo("event:New Cut");
      assertThat(text.next()).isEmpty();
    }
  }
}
