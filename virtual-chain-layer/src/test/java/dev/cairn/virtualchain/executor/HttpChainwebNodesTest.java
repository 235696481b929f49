package dev.cairn.virtualchain.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.StrictJson;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.virtualchain.RecordedNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers as a real node's recordings have them, and nodes that fail. */
class HttpChainwebNodesTest {

  private static final ChainId CHAIN_0 = new ChainId(0);

  private final MockWebServer first = new MockWebServer();
  private final MockWebServer second = new MockWebServer();
  private ChainwebNodes nodes;

  @BeforeEach
  void start() throws IOException {
    first.start();
    second.start();
    nodes = nodesAt(first.url("/"), second.url("/"));
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  private static ChainwebNodes nodesAt(HttpUrl... urls) {
    Duration timeout = Duration.ofMillis(400);
    NodeSettings settings =
        new NodeSettings(List.of(urls), RecordedNode.NETWORK, timeout, timeout, timeout);
    return HttpChainwebNodes.open(settings, new OkHttpClient());
  }

  private static MockResponse answer(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  private static MockResponse recorded(String file, String name) {
    JsonNode response = RecordedNode.recorded(file, name).path("response");
    return answer(response.path("status").asInt(), response.path("bodyText").asText());
  }

  private static String pathOf(String file, String name) {
    return RecordedNode.recorded(file, name).at("/request/path").asText();
  }

  // ---- what is asked, and how answers are read

  @Test
  void info_recorded_givesTheGraphAndThePace() {
    first.enqueue(recorded("info", "info"));

    NetworkInfo info = nodes.info();

    assertThat(info.chainCount()).isEqualTo(20);
    assertThat(info.blockDelay()).isEqualTo(Duration.ofMillis(200));
    assertThat(info.graphAt(BlockHeight.ZERO).adjacency()).isEqualTo(ChainGraph.TWENTY.adjacency());
  }

  @Test
  void info_ofAnotherNetwork_isUnavailable() {
    first.enqueue(answer(200, recordedInfo().replace("\"development\"", "\"mainnet01\"")));

    assertThatThrownBy(nodes::info)
        .isInstanceOf(NodeUnavailable.class)
        .hasMessageContaining("serves network mainnet01, not development");
  }

  private static String recordedInfo() {
    return RecordedNode.recorded("info", "info").at("/response/bodyText").asText();
  }

  @Test
  void heads_recordedCut_hasEveryChain() throws Exception {
    first.enqueue(recorded("cuts", "cut 0"));

    Map<ChainId, ChainHead> heads = nodes.heads();

    assertThat(heads).hasSize(20);
    assertThat(heads.get(new ChainId(17)).hash())
        .isEqualTo(Hash.parse("ob9Qe47yW_y5Zb7ZXyLi_FnxvYf1PZekKNNKkdXIqTk"));
    assertThat(first.takeRequest().getTarget()).isEqualTo(pathOf("cuts", "cut 0"));
  }

  @Test
  void poll_recorded_givesPlacesAndLeavesOutTheUnknown() throws Exception {
    first.enqueue(recorded("pact-send-poll-listen", "poll two known and one unknown"));
    RequestKey known = RequestKey.parse("G85NayUiZzkMLsGjsDZmnKVNPTqbYK-ibFanm75HH9w");
    RequestKey unknown = RequestKey.parse("Sl5u7Rb_luKfc6JJGAOrFerjaZ-gISOGqe4kZ4GAG6o");
    RequestKey other = RequestKey.parse("NIsia4E1XvoMowmdavRG55nKnkuGpF3g5ixtbs7-7b4");

    Map<RequestKey, PolledResult> results = nodes.poll(CHAIN_0, List.of(known, unknown, other), 3);

    assertThat(results).containsOnlyKeys(known, other);
    assertThat(results.get(known).place().orElseThrow().height()).isEqualTo(new BlockHeight(7));
    RecordedRequest request = first.takeRequest();
    assertThat(request.getTarget())
        .isEqualTo(pathOf("pact-send-poll-listen", "poll confirmationDepth=3"));
    assertThat(StrictJson.parse(request.getBody().toByteArray(), "poll").path("requestKeys"))
        .hasSize(3);
  }

  @Test
  void poll_badlisted_hasNoPlace() {
    RequestKey key = RequestKey.parse("Sl5u7Rb_luKfc6JJGAOrFerjaZ-gISOGqe4kZ4GAG6o");
    first.enqueue(
        answer(
            200,
            """
            {"%s":{"gas":0,"result":{"status":"failure","error":{"callStack":[],"type":"TxFailure",\
            "message":"Transaction is badlisted","info":""}},"reqKey":"%s","logs":null,\
            "metaData":null,"continuation":null,"txId":null}}"""
                .formatted(key, key)));

    PolledResult result = nodes.poll(CHAIN_0, List.of(key), 0).get(key);

    assertThat(result.place()).isEmpty();
    assertThat(result.result().success()).isFalse();
  }

  @Test
  void branch_recorded_isAscendingAndLinked() throws Exception {
    first.enqueue(recorded("queries", "header branch with lower bound"));
    Hash upper = Hash.parse("a6MHjcd7ltJrNBm_ysERFBbXG8ABNT2SEiEVevWWkzA");

    List<BlockHeader> headers =
        nodes.branch(CHAIN_0, upper, new BlockHeight(14), new BlockHeight(16));

    assertThat(headers).extracting(h -> h.height().value()).containsExactly(14L, 15L, 16L);
    assertThat(headers.get(2).hash()).isEqualTo(upper);
    assertThat(first.takeRequest().getTarget())
        .isEqualTo("/chainweb/0.0/development/chain/0/header/branch?maxheight=16&minheight=14");
  }

  @Test
  void send_recordedRefusal_isRejectedWithTheNodesWords() {
    JsonNode sample = RecordedNode.recorded("pact-send-poll-listen", "send bad signature");
    first.enqueue(recorded("pact-send-poll-listen", "send bad signature"));

    assertThatThrownBy(() -> nodes.send(CHAIN_0, commandIn(sample)))
        .isInstanceOfSatisfying(
            NodeRejected.class,
            e -> {
              assertThat(e.status()).isEqualTo(400);
              assertThat(e.text()).isEqualTo(sample.at("/response/bodyText").asText());
            });
    assertThat(second.getRequestCount()).isZero();
  }

  @Test
  void send_command_arrivesByteForByte() throws Exception {
    JsonNode sample = RecordedNode.recorded("pact-send-poll-listen", "send bad signature");
    PactCommand command = commandIn(sample);
    first.enqueue(answer(200, "{\"requestKeys\":[\"" + command.hash() + "\"]}"));

    nodes.send(CHAIN_0, command);

    RecordedRequest request = first.takeRequest();
    assertThat(request.getBody().utf8()).isEqualTo(sample.at("/request/bodyText").asText());
    assertThat(request.getTarget()).isEqualTo(sample.at("/request/path").asText());
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void send_nodeNamesAnotherKey_isUnavailable() {
    PactCommand command =
        commandIn(RecordedNode.recorded("pact-send-poll-listen", "send bad signature"));
    first.enqueue(
        answer(200, "{\"requestKeys\":[\"Sl5u7Rb_luKfc6JJGAOrFerjaZ-gISOGqe4kZ4GAG6o\"]}"));
    second.enqueue(answer(500, ""));

    assertThatThrownBy(() -> nodes.send(CHAIN_0, command)).isInstanceOf(NodeUnavailable.class);
  }

  private static PactCommand commandIn(JsonNode sample) {
    JsonNode body = StrictJson.parse(sample.at("/request/bodyText").asText(), "send");
    return PactCommand.fromJson(body.path("cmds").path(0));
  }

  // ---- nodes that fail

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429, 301})
  void firstNodeFails_secondIsAskedAndThenPreferred(int status) {
    first.enqueue(answer(status, "down"));
    second.enqueue(recorded("info", "info"));
    second.enqueue(recorded("info", "info"));

    nodes.info();
    nodes.info();

    assertThat(first.getRequestCount()).isEqualTo(1);
    assertThat(second.getRequestCount()).isEqualTo(2);
  }

  @Test
  void firstNodeHangsUp_secondIsAsked() {
    first.enqueue(
        new MockResponse.Builder()
            .onRequestStart(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    second.enqueue(recorded("info", "info"));

    assertThat(nodes.info().chainCount()).isEqualTo(20);
  }

  @Test
  void close_whileANodeIsSilent_endsTheWaiting() {
    HttpChainwebNodes patient =
        HttpChainwebNodes.open(
            NodeSettings.of(List.of(first.url("/")), RecordedNode.NETWORK), new OkHttpClient());
    first.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    CompletableFuture<NetworkInfo> waiting = CompletableFuture.supplyAsync(patient::info);
    await().until(() -> first.getRequestCount() == 1);

    patient.close();

    assertThat(waiting)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableThat()
        .withCauseInstanceOf(NodeUnavailable.class);
  }

  @Test
  void firstNodeIsTooSlow_secondIsAsked() {
    first.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    second.enqueue(recorded("info", "info"));

    assertThat(nodes.info().chainCount()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"nodeVersion\":\"development\"}",
        "\"text\"",
        "{\"a\":1,\"a\":1}"
      })
  void firstNodeTalksNonsense_secondIsAsked(String nonsense) {
    first.enqueue(answer(200, nonsense));
    second.enqueue(recorded("info", "info"));

    assertThat(nodes.info().chainCount()).isEqualTo(20);
  }

  @Test
  void firstNodeLacksTheBlock_secondIsAsked() {
    JsonNode block = RecordedNode.read("blocks").path("blocks").path(0);
    Hash hash = Hash.parse(block.path("hash").asText());
    first.enqueue(recorded("queries", "header unknown"));
    second.enqueue(answer(200, "\"" + block.path("headerJson").asText() + "\""));

    assertThat(nodes.header(CHAIN_0, hash).hash()).isEqualTo(hash);
  }

  @Test
  void noNodeHasTheBlock_isRejectedAsUnknown() {
    first.enqueue(recorded("queries", "header unknown"));
    second.enqueue(recorded("queries", "header unknown"));

    assertThatThrownBy(() -> nodes.header(CHAIN_0, Hash.of(new byte[32])))
        .isInstanceOfSatisfying(NodeRejected.class, e -> assertThat(e.isUnknownHere()).isTrue());
  }

  @Test
  void oneNodeLacksTheBlockAndOneIsDown_isUnavailable() {
    first.enqueue(recorded("queries", "header unknown"));
    second.enqueue(answer(503, ""));

    assertThatThrownBy(() -> nodes.header(CHAIN_0, Hash.of(new byte[32])))
        .isInstanceOf(NodeUnavailable.class)
        .hasMessageStartingWith("No node answered GET");
  }

  @Test
  void answerLargerThanTheCap_isNotRead() {
    String large = " ".repeat((int) NodeTransport.MAX_ANSWER_BYTES + 1);
    ChainwebNodes one = nodesAt(first.url("/"));
    first.enqueue(answer(200, large));

    assertThatThrownBy(one::info)
        .isInstanceOf(NodeUnavailable.class)
        .hasMessageContaining("An answer of more than 16777216 bytes is not read.");
  }

  @Test
  void credentialsInAnAddress_areInNoMessage() {
    HttpUrl secret = first.url("/").newBuilder().username("me").password("hunter2").build();
    first.enqueue(answer(500, ""));

    assertThatThrownBy(nodesAt(secret)::info)
        .isInstanceOf(NodeUnavailable.class)
        .hasMessageNotContaining("hunter2");
  }
}
