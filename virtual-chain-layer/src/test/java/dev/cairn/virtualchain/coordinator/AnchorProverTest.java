package dev.cairn.virtualchain.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.StrictJson;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.virtualchain.RecordedNode;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import dev.cairn.virtualchain.executor.HttpChainwebNodes;
import dev.cairn.virtualchain.executor.NodeRejected;
import dev.cairn.virtualchain.executor.NodeSettings;
import dev.cairn.virtualchain.executor.NodeUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Proofs over the chains of a real node, compared with the proofs that this node made itself. */
class AnchorProverTest {

  /** A transfer on chain 0, height 7. */
  private static final RequestKey TRANSFER =
      RequestKey.parse("G85NayUiZzkMLsGjsDZmnKVNPTqbYK-ibFanm75HH9w");

  private static final ChainId CHAIN_0 = new ChainId(0);

  private final RecordedNode node = new RecordedNode();
  private final MockWebServer server = new MockWebServer();
  private AnchorProver prover;
  private ChainwebNodes nodes;

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(node);
    server.start();
    NodeSettings settings = NodeSettings.of(List.of(server.url("/")), RecordedNode.NETWORK);
    nodes = HttpChainwebNodes.open(settings, new OkHttpClient());
    prover = new AnchorProver(nodes);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<Arguments> recordedProofs() {
    return StreamSupport.stream(RecordedNode.recordedProofs().spliterator(), false)
        .filter(sample -> sample.path("response").path("status").asInt() == 200)
        .map(sample -> Arguments.of(sample.path("name").asText(), sample));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recordedProofs")
  void proveAcross_recordedProof_isMadeByteForByte(String name, JsonNode sample) {
    ChainId source =
        new ChainId(Integer.parseInt(sample.at("/request/path").asText().split("/", -1)[5]));
    JsonNode request = StrictJson.parse(sample.at("/request/bodyText").asText(), "request");
    RequestKey key = RequestKey.parse(request.path("requestKey").asText());
    ChainId target = ChainId.parse(request.path("targetChainId").asText());

    SpvProof proof = prover.proveAcross(source, key, target);

    assertThat("\"" + proof.toTransport() + "\"")
        .isEqualTo(sample.at("/response/bodyText").asText());
  }

  @Test
  void prove_sameChain_endsInTheBlockItselfAndAgreesWithTheNode() {
    AnchorProof proof = prover.prove(CHAIN_0, TRANSFER, 3);

    assertThat(proof.spv().root()).isEqualTo(proof.block().hash());
    assertThat(proof.headers())
        .extracting(BlockHeader::height)
        .isEqualTo(IntStream.rangeClosed(7, 10).mapToObj(h -> node.header(0, h).height()).toList());
    assertThat(prover.agreesWithNode(proof)).isTrue();
  }

  @Test
  void agreesWithNode_otherIndex_isFalse() {
    AnchorProof proof = prover.prove(CHAIN_0, TRANSFER, 0);
    SpvProof other =
        prover.proveAcross(
            CHAIN_0, RequestKey.parse("BDd2cVA2aInu3gsRZlOPq-gJ6WRJO2iLu7beREIEF-E"), CHAIN_0);
    AnchorProof mixed =
        new AnchorProof(CHAIN_0, TRANSFER, proof.transactionIndex(), proof.headers(), other);

    assertThat(prover.agreesWithNode(mixed)).isFalse();
  }

  @Test
  void prove_notDeepEnough_isNotProvable() {
    assertThatThrownBy(() -> prover.prove(CHAIN_0, TRANSFER, 32))
        .isInstanceOf(NotProvableException.class)
        .hasMessageContaining("not 32 blocks deep");
    assertThat(prover.prove(CHAIN_0, TRANSFER, 31).headers()).hasSize(32);
  }

  @Test
  void prove_unknownOrOnAnotherChain_isNotProvable() {
    assertThatThrownBy(() -> prover.prove(new ChainId(1), TRANSFER, 0))
        .isInstanceOf(NotProvableException.class);
  }

  @Test
  void prove_cutBehindThePoll_isNotProvable() {
    BlockHeader early = node.header(0, 8);
    node.alter("/cut", body -> withHead(body, "0", early));

    assertThatThrownBy(() -> prover.prove(CHAIN_0, TRANSFER, 3))
        .isInstanceOf(NotProvableException.class)
        .hasMessage("Chain 0 is at height 8, not yet at 10.");
  }

  @Test
  void proveAcross_targetTooYoung_isNotProvable() {
    BlockHeader early = node.header(14, 8);
    node.alter("/cut", body -> withHead(body, "14", early));

    assertThatThrownBy(() -> prover.proveAcross(CHAIN_0, TRANSFER, new ChainId(14)))
        .isInstanceOf(NotProvableException.class)
        .hasMessage("Chain 14 is at height 8, not yet at 9.");
  }

  @Test
  void prove_blockLeftTheBranch_isNotProvable() {
    node.alter(
        "/poll",
        body ->
            body.replace(node.header(0, 7).hash().toString(), node.header(0, 8).hash().toString()));

    assertThatThrownBy(() -> prover.prove(CHAIN_0, TRANSFER, 1))
        .isInstanceOf(NotProvableException.class)
        .hasMessageContaining("has left the winning branch");
  }

  @Test
  void prove_flippedHeaderByte_isUntrueOrUnreadable() {
    String good = node.header(0, 7).toBase64Url();
    for (int i = 0; i < good.length(); i += 29) {
      char flipped = good.charAt(i) == 'A' ? 'B' : 'A';
      String bad = good.substring(0, i) + flipped + good.substring(i + 1);
      node.alter("/header/branch", body -> body.replace(good, bad));

      assertThatThrownBy(() -> prover.prove(CHAIN_0, TRANSFER, 1))
          .as("character %s", i)
          .isInstanceOfAny(
              UntrueAnswerException.class, NotProvableException.class, NodeUnavailable.class);
    }
  }

  @Test
  void prove_confirmationsThatAreNoChildren_areUntrue() {
    String second = node.header(0, 8).toBase64Url();
    node.alter("/header/branch", body -> body.replace(second, node.header(1, 8).toBase64Url()));
    assertThatThrownBy(() -> prover.prove(CHAIN_0, TRANSFER, 1))
        .isInstanceOf(UntrueAnswerException.class)
        .hasMessageContaining("is of chain 1, not 0");

    node.alter("/header/branch", body -> body.replace(second, node.header(0, 9).toBase64Url()));
    assertThatThrownBy(() -> prover.prove(CHAIN_0, TRANSFER, 1))
        .isInstanceOf(UntrueAnswerException.class)
        .hasMessageContaining("out of order");
  }

  @Test
  void prove_missingConfirmation_isNotProvable() {
    node.alter("/header/branch", body -> withoutFirstItem(body));

    assertThatThrownBy(() -> prover.prove(CHAIN_0, TRANSFER, 2))
        .isInstanceOf(NotProvableException.class)
        .hasMessageContaining("gave 2 blocks");
  }

  @Test
  void prove_alteredOutput_isUntrue() {
    node.alter("/outputs", body -> swapTransactions(body));

    assertThatThrownBy(() -> prover.prove(CHAIN_0, TRANSFER, 1))
        .isInstanceOf(UntrueAnswerException.class)
        .hasMessageContaining("does not have the hash that it names");
  }

  @Test
  void prove_pollNamesABlockWithoutTheTransaction_isUntrue() {
    RequestKey elsewhere = RequestKey.parse("Sl5u7Rb_luKfc6JJGAOrFerjaZ-gISOGqe4kZ4GAG6o");
    node.alter("/poll", body -> pollAs(elsewhere, TRANSFER));

    assertThatThrownBy(() -> prover.prove(CHAIN_0, elsewhere, 1))
        .isInstanceOf(UntrueAnswerException.class)
        .hasMessageContaining("does not hold transaction " + elsewhere);
  }

  @Test
  void spv_unknownTransaction_isRejectedWithTheNodesWords() {
    RequestKey unknown = RequestKey.parse("Sl5u7Rb_luKfc6JJGAOrFerjaZ-gISOGqe4kZ4GAG6o");

    assertThatThrownBy(() -> nodes.spv(CHAIN_0, unknown, new ChainId(5)))
        .isInstanceOfSatisfying(
            NodeRejected.class,
            e -> assertThat(e.text()).isEqualTo("Transaction hash not found: \"" + unknown + "\""));
  }

  private String pollAs(RequestKey asked, RequestKey known) {
    BlockHeader block = node.header(0, 7);
    return """
        {"%s":{"gas":1,"result":{"status":"success","data":1},"reqKey":"%s","logs":null,\
        "metaData":{"blockHash":"%s","blockHeight":7,"blockTime":1,"prevBlockHash":"%s"},\
        "continuation":null,"txId":1}}"""
        .formatted(asked, known, block.hash(), block.parent());
  }

  private static String withHead(String cut, String chain, BlockHeader head) {
    ObjectNode json = (ObjectNode) StrictJson.parse(cut, "cut");
    ObjectNode entry = (ObjectNode) json.path("hashes").path(chain);
    entry.put("height", head.height().value()).put("hash", head.hash().toString());
    return json.toString();
  }

  private static String withoutFirstItem(String page) {
    ObjectNode json = (ObjectNode) StrictJson.parse(page, "page");
    ((ArrayNode) json.path("items")).remove(0);
    return json.toString();
  }

  private static String swapTransactions(String payload) {
    ObjectNode json = (ObjectNode) StrictJson.parse(payload, "payload");
    List<JsonNode> transactions = new ArrayList<>();
    json.path("transactions").forEach(transactions::add);
    ArrayNode array = json.putArray("transactions");
    array.add(transactions.get(1)).add(transactions.get(0));
    transactions.stream().skip(2).forEach(array::add);
    return json.toString();
  }
}
