package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.app.keys.KeyFiles;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.Devnet;
import dev.cairn.devnet.DevnetSettings;
import dev.cairn.devnet.genesis.TestAccount;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.virtualchain.executor.ChainHead;
import dev.cairn.virtualchain.executor.HttpChainwebNodes;
import dev.cairn.virtualchain.executor.NodeSettings;
import dev.cairn.virtualchain.executor.NodeUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that misbehaves: what Cairn refuses, what it tries again, and that nothing is lost. */
class BadDayTest {
  private static final OkHttpClient HTTP = new OkHttpClient();

  @TempDir static Path directory;

  private static Devnet devnet;
  private static URI control;
  private static HttpChainwebNodes nodes;

  @BeforeAll
  static void start() {
    CommandRun.good("keygen", "--alg", "EdDSA", "--out", name("device.jwk"));
    devnet =
        Devnet.start(DevnetSettings.development().withAddress("127.0.0.1", 0), Clock.systemUTC());
    control = devnet.openFaults(0);
    HttpUrl node = HttpUrl.get(devnet.uri());
    nodes = HttpChainwebNodes.open(NodeSettings.of(List.of(node), "development"), HTTP);
  }

  @AfterEach
  void makeGood() throws Exception {
    HttpRequest clear = HttpRequest.newBuilder(control.resolve("/faults")).DELETE().build();
    HttpClient.newHttpClient().send(clear, BodyHandlers.discarding());
  }

  @AfterAll
  static void stop() {
    nodes.close();
    devnet.close();
  }

  private static void order(String path, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(control.resolve(path)).POST(BodyPublishers.ofString(json)).build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"fault\":\"drop\"}",
        "{\"fault\":\"drop\",\"when\":\"after\"}",
        "{\"fault\":\"status\",\"status\":500}",
        "{\"fault\":\"status\",\"status\":503,\"when\":\"after\"}",
        "{\"fault\":\"status\",\"status\":429,\"retryAfter\":1}"
      })
  void answerThatDoesNotCome_mayBeAskedForAgain(String fault) throws Exception {
    order("/faults", fault);
    assertThatThrownBy(nodes::heads).isInstanceOf(NodeUnavailable.class);
    makeGood();
    assertThat(nodes.heads()).hasSize(20);
  }

  @Test
  void corruptHeader_doesNotHash() throws Exception {
    ChainHead head = nodes.heads().get(new ChainId(0));
    order("/faults", "{\"fault\":\"corrupt\",\"path\":\"/header/\"}");
    BlockHeader header = nodes.header(head.chain(), head.hash());
    assertThat(header.hasValidHash()).isFalse();
  }

  @Test
  void event_getsEvidenceWhenTheNodesClockIsRightAgain() throws Exception {
    String[] network = network();
    CommandRun.good(with(network, "deploy"));
    order("/clock", "{\"skewMillis\":-60000}");
    order("/faults", "{\"fault\":\"stale\",\"path\":\"/cut$\",\"times\":10}");
    evidence(network, () -> order("/clock", "{\"skewMillis\":0}"));
  }

  @Test
  void event_getsEvidenceOnABadDay() throws Exception {
    String[] network = network();
    CommandRun.good(with(network, "deploy"));
    order("/faults", "{\"fault\":\"status\",\"status\":500,\"path\":\"/send$\",\"times\":1}");
    order("/faults", "{\"fault\":\"drop\",\"path\":\"/send$\",\"when\":\"after\",\"times\":1}");
    order("/faults", "{\"fault\":\"status\",\"status\":429,\"path\":\"/poll\",\"times\":2}");
    order("/faults", "{\"fault\":\"other\",\"path\":\"/outputs$\",\"times\":3}");
    order("/faults", "{\"fault\":\"corrupt\",\"path\":\"/outputs$\",\"times\":1}");
    order("/faults", "{\"fault\":\"corrupt\",\"path\":\"/header/branch$\",\"times\":1}");
    order("/faults", "{\"fault\":\"refuse-spv\",\"times\":2}");
    order("/faults", "{\"fault\":\"delay\",\"millis\":200,\"path\":\"/cut$\",\"times\":5}");
    evidence(network, () -> order("/reorganise", "{\"chains\":[0,1,2,3,4],\"blocks\":1}"));
    assertThat(faults()).as("all of these were met").doesNotContain("/send$", "/poll", "/cut$");
  }

  private interface News {
    void happen() throws Exception;
  }

  /** Submits an event, lets something happen, and verifies the evidence. */
  private static void evidence(String[] network, News news) throws Exception {
    try (CairnProcess up = up(network)) {
      String at = up.address().toString();
      Files.writeString(directory.resolve("reading.txt"), "21.5");
      CommandRun.good(
          "sign", "--key", name("device.jwk"), "--out", name("event.jws"), name("reading.txt"));
      String eventId = CommandRun.good("submit", "--at", at, name("event.jws")).out().strip();
      news.happen();
      CommandRun.good("evidence", "--at", at, "--out", name("evidence.json"), eventId);
      CommandRun.good("trust", "--at", at, "--out", name("trust.json"));
    }
    CommandRun verified =
        CommandRun.of("verify", "--trust", name("trust.json"), name("evidence.json"));
    assertThat(verified.exit()).as(verified.out()).isZero();
  }

  private static String faults() throws Exception {
    HttpRequest state = HttpRequest.newBuilder(control.resolve("/")).build();
    return HttpClient.newHttpClient().send(state, BodyHandlers.ofString()).body();
  }

  private static CairnProcess up(String[] network) throws IOException {
    return CairnProcess.start(
        directory.resolve("up.log"),
        with(
            network,
            "up",
            "--port",
            "0",
            "--confirmations",
            "2",
            "--no-proof-of-work",
            "--data",
            Files.createTempDirectory(directory, "data").toString()));
  }

  private static String[] network() {
    TestAccount account = Devnet.testAccounts().get(1);
    byte[] seed = HexFormat.of().parseHex(account.secretKeyHex());
    KeyFiles.readOrMake(directory.resolve("sender01.jwk"), () -> SigningKey.fromEd25519Seed(seed));
    return new String[] {
      "--nodes",
      devnet.uri().toString(),
      "--network",
      "development",
      "--sender",
      account.name(),
      "--sender-key",
      name("sender01.jwk")
    };
  }

  private static String[] with(String[] network, String command, String... more) {
    String[] all = new String[network.length + more.length + 1];
    all[0] = command;
    System.arraycopy(network, 0, all, 1, network.length);
    System.arraycopy(more, 0, all, network.length + 1, more.length);
    return all;
  }

  private static String name(String file) {
    return directory.resolve(file).toString();
  }
}
