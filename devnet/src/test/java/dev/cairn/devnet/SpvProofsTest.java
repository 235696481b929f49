package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.TieBreak;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.spv.CheckedOutput;
import dev.cairn.chainweb.spv.SpvChecker;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.chainweb.spv.SpvProofs;
import dev.cairn.chainweb.spv.SpvRoute;
import dev.cairn.devnet.mining.MiningMode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Served proofs: they hold, and are those that chainweb makes from served headers and payloads. */
class SpvProofsTest {

  private static final ChainGraph GRAPH = ChainGraph.TWENTY;

  private static Devnet devnet;
  private static NodeClient client;
  private static final Map<ChainId, Hash> SENT = new HashMap<>();

  @BeforeAll
  static void start() {
    devnet =
        Devnet.start(
            DevnetSettings.development().withAddress("127.0.0.1", 0),
            Clock.systemUTC(),
            StubContracts::new);
    client = new NodeClient(devnet);
    TestCommands commands = new TestCommands("development", Clock.systemUTC());
    GRAPH.chains().forEach(chain -> send(chain, commands.exec(chain.value(), "(+ 1 2)")));
    GRAPH
        .chains()
        .forEach(
            chain -> await().atMost(PactClient.PATIENCE).until(() -> !poll(chain, 3).isEmpty()));
  }

  private static void send(ChainId chain, PactCommand command) {
    String path = client.path("/chain/" + chain + "/pact/api/v1/send");
    assertThat(client.post(path, TestCommands.batch(command)).statusCode()).isEqualTo(200);
    SENT.put(chain, command.hash());
  }

  private static JsonNode poll(ChainId chain, int depth) {
    return client.postJson(
        client.path("/chain/" + chain + "/pact/api/v1/poll?confirmationDepth=" + depth),
        "{\"requestKeys\":[\"" + SENT.get(chain) + "\"]}");
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  static Stream<ChainId> chains() {
    return GRAPH.chains();
  }

  @ParameterizedTest
  @MethodSource("chains")
  void proof_toEveryChainIsChainwebsOwn(ChainId source) {
    JsonNode metaData = poll(source, 0).get(SENT.get(source).toString()).get("metaData");
    BlockHeader block = header(source, metaData.get("blockHash").asText());
    PayloadWithOutputs payload = payload(block);
    for (ChainId target : GRAPH.chains().toList()) {
      SpvProof served = served(source, target);
      SpvRoute route = new SpvRoute(GRAPH, TieBreak.ORDER_B, SpvProofsTest::anyHeader);
      BlockHeight height = route.minimalTargetHeight(block, target);
      BlockHeader root = headerAt(target, height);
      assertThat(served.toJson())
          .isEqualTo(SpvProofs.proveOutput(route.walk(root, block, payload), 0).toJson());
      CheckedOutput checked = SpvChecker.checkOutput(served);
      assertThat(checked.root()).isEqualTo(root.hash());
      assertThat(checked.output()).isEqualTo(payload.transactions().get(0).output());
    }
  }

  private static SpvProof served(ChainId source, ChainId target) {
    JsonNode transport =
        client.postJson(
            client.path("/chain/" + source + "/pact/spv"),
            "{\"requestKey\":\"%s\",\"targetChainId\":\"%s\"}".formatted(SENT.get(source), target));
    return SpvProof.parseTransport(transport.asText());
  }

  private static BlockHeader header(ChainId chain, String hash) {
    return BlockHeader.decode(
        client.getJson(client.path("/chain/" + chain + "/header/" + hash)).asText());
  }

  private static BlockHeader anyHeader(Hash hash) {
    return GRAPH
        .chains()
        .map(chain -> client.get(client.path("/chain/" + chain + "/header/" + hash)))
        .filter(answer -> answer.statusCode() == 200)
        .map(answer -> BlockHeader.decode(NodeClient.json(answer.body()).asText()))
        .findFirst()
        .orElseThrow();
  }

  private static BlockHeader headerAt(ChainId chain, BlockHeight height) {
    String query = "?minheight=%1$s&maxheight=%1$s".formatted(height);
    JsonNode page = client.getJson(client.path("/chain/" + chain + "/header" + query));
    return BlockHeader.decode(Objects.requireNonNull(page.at("/items/0")).asText());
  }

  private static PayloadWithOutputs payload(BlockHeader block) {
    return PayloadWithOutputs.fromJson(
        client.getJson(
            client.path("/chain/" + block.chainId() + "/payload/" + block.payloadHash())
                + "/outputs"));
  }

  @Test
  void proof_isRefusedUntilTheTargetCanSeeTheTransaction() {
    MiningMode oneRound = new MiningMode.OnDemand(0, Duration.ofHours(1));
    DevnetSettings settings =
        DevnetSettings.development().withAddress("127.0.0.1", 0).withMining(oneRound);
    try (Devnet slow = Devnet.start(settings, Clock.systemUTC(), StubContracts::new)) {
      NodeClient node = new NodeClient(slow);
      PactCommand command = new TestCommands("development", Clock.systemUTC()).exec(0, "(+ 1 2)");
      String spv = node.path("/chain/0/pact/spv");
      String own = "{\"requestKey\":\"" + command.hash() + "\",\"targetChainId\":\"0\"}";
      assertThat(node.post(spv, own).body())
          .isEqualTo("Transaction hash not found: \"" + command.hash() + "\"");
      node.post(node.path("/chain/0/pact/api/v1/send"), TestCommands.batch(command));
      await().atMost(PactClient.PATIENCE).until(() -> node.post(spv, own).statusCode() == 200);
      assertThat(node.post(spv, own.replace("\"0\"", "\"5\"")).body())
          .isEqualTo(
              "SPV target not reachable: target chain not reachable."
                  + " Chainweb instance is too young");
      assertThat(node.post(spv, own.replace("\"0\"", "\"20\"")).statusCode()).isEqualTo(500);
    }
  }
}
