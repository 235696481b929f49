package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.SignerCapability;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Transactions from send to result, as a client sees them. */
class PactTransactionsTest {

  private static final String MINER =
      "k:368820f80c324bbc7c2b0610688a7da43e39f91d118732671cd9c7500ff43cca";

  private static Devnet devnet;
  private static NodeClient client;
  private static TestCommands commands;

  @BeforeAll
  static void start() {
    Clock clock = Clock.systemUTC();
    devnet = Devnet.start(DevnetSettings.development().withAddress("127.0.0.1", 0), clock);
    client = new NodeClient(devnet);
    commands = new TestCommands("development", clock);
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  private static String pact(int chain, String endpoint) {
    return client.path("/chain/" + chain + "/pact/api/v1/" + endpoint);
  }

  private static JsonNode mined(int chain, PactCommand command) {
    return new PactClient(client).mined(chain, command);
  }

  private static BigDecimal balance(int chain, String account) {
    JsonNode result =
        client.postJson(
            pact(chain, "local"),
            commands.exec(chain, "(coin.get-balance \"" + account + "\")").toJson());
    return result.at("/result/data").decimalValue();
  }

  private static SignerCapability transfer(String amount) {
    return new SignerCapability(
        "coin.TRANSFER",
        List.of(
            TextNode.valueOf("sender00"),
            TextNode.valueOf("sender01"),
            DecimalNode.valueOf(new BigDecimal(amount))));
  }

  private static SignerCapability gas() {
    return new SignerCapability("coin.GAS", List.of());
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void transfer_movesMoneyAndPaysTheMiner() {
    BigDecimal before = balance(1, "sender01");
    PactCommand command =
        commands.exec(
            1, "(coin.transfer \"sender00\" \"sender01\" 1.5)", null, gas(), transfer("1.5"));
    JsonNode result = mined(1, command);
    assertThat(names(result))
        .containsExactly(
            "gas", "result", "reqKey", "logs", "events", "metaData", "continuation", "txId");
    assertThat(result.at("/result/status").asText()).isEqualTo("success");
    assertThat(names(result.get("metaData")))
        .containsExactly("blockHash", "blockHeight", "blockTime", "prevBlockHash");
    assertThat(balance(1, "sender01").subtract(before)).isEqualByComparingTo("1.5");
    JsonNode fee = result.at("/events/1");
    BigDecimal paid = TestCommands.GAS_PRICE.multiply(result.get("gas").decimalValue());
    assertThat(result.get("events")).hasSize(2);
    assertThat(fee.get("name").asText()).isEqualTo("TRANSFER");
    assertThat(fee.at("/params/0").asText()).isEqualTo("sender00");
    assertThat(fee.at("/params/1").asText()).isEqualTo(MINER);
    assertThat(fee.at("/params/2").decimalValue()).isEqualByComparingTo(paid);
  }

  @Test
  void failure_isMinedAndCostsTheWholeLimit() {
    JsonNode result = mined(2, commands.exec(2, "(enforce false \"no\")"));
    assertThat(result.get("result").toString())
        .isEqualTo(
            "{\"status\":\"failure\",\"error\":{\"callStack\":[],\"type\":\"TxFailure\","
                + "\"message\":\"no\",\"info\":\"<toplevel>:0\"}}");
    assertThat(result.get("gas").asLong()).isEqualTo(TestCommands.GAS_LIMIT);
    assertThat(result.get("events")).hasSize(1);
    assertThat(result.get("txId").isNull()).isTrue();
    assertThat(result.get("logs").isNull()).isFalse();
  }

  @Test
  void transactionIds_countCoinbaseAndThreeSteps() {
    JsonNode first = mined(3, commands.exec(3, "1"));
    JsonNode second = mined(3, commands.exec(3, "2"));
    long blocks =
        second.at("/metaData/blockHeight").asLong() - first.at("/metaData/blockHeight").asLong();
    assertThat(second.get("txId").asLong() - first.get("txId").asLong()).isEqualTo(3 + blocks);
  }

  @Test
  void listen_answersWhenTheTransactionIsMined() throws Exception {
    PactCommand command = commands.exec(4, "(+ 1 2)");
    CompletableFuture<String> heard =
        CompletableFuture.supplyAsync(
            () -> client.post(pact(4, "listen"), "{\"listen\":\"" + command.hash() + "\"}").body());
    JsonNode polled = mined(4, command);
    assertThat(NodeClient.json(heard.get())).isEqualTo(polled);
  }

  @Test
  void poll_waitsForConfirmations() {
    PactCommand command = commands.exec(5, "1");
    JsonNode result = mined(5, command);
    String keys = "{\"requestKeys\":[\"" + command.hash() + "\"]}";
    await()
        .atMost(PactClient.PATIENCE)
        .until(() -> client.height() >= result.at("/metaData/blockHeight").asLong() + 3);
    assertThat(client.postJson(pact(5, "poll?confirmationDepth=3"), keys)).hasSize(1);
    assertThat(client.post(pact(5, "poll?confirmationDepth=1000"), keys).body()).isEqualTo("{}");
    assertThat(client.post(pact(6, "poll"), keys).body()).isEqualTo("{}");
  }

  @Test
  void preflight_isWhatTheBlockThenHolds() {
    PactCommand command =
        commands.exec(
            7, "(coin.transfer \"sender00\" \"sender01\" 2.0)", null, gas(), transfer("2.0"));
    JsonNode preflight = client.postJson(pact(7, "local?preflight=true"), command.toJson());
    assertThat(preflight.get("preflightWarnings")).isEmpty();
    JsonNode expected = preflight.get("preflightResult");
    JsonNode result = mined(7, command);
    assertThat(result.get("gas")).isEqualTo(expected.get("gas"));
    assertThat(result.get("result")).isEqualTo(expected.get("result"));
    assertThat(result.at("/events/0")).isEqualTo(expected.at("/events/0"));
    assertThat(expected.at("/events/1/params/1").asText()).isEqualTo("NoMiner");
    assertThat(names(expected.get("metaData")))
        .containsExactly("blockHeight", "blockTime", "prevBlockHash", "publicMeta");
  }

  @Test
  void local_leavesNothingBehind() {
    BigDecimal before = balance(8, "sender01");
    String transfer = "(coin.transfer \"sender00\" \"sender01\" 3.0)";
    JsonNode result =
        client.postJson(
            pact(8, "local"), commands.exec(8, transfer, null, transfer("3.0")).toJson());
    assertThat(result.at("/result/status").asText()).isEqualTo("success");
    assertThat(balance(8, "sender01")).isEqualByComparingTo(before);
  }

  @Test
  void rewindDepth_looksBack() {
    BigDecimal before = balance(9, "sender01");
    JsonNode result =
        mined(
            9,
            commands.exec(
                9, "(coin.transfer \"sender00\" \"sender01\" 1.0)", null, gas(), transfer("1.0")));
    await()
        .atMost(PactClient.PATIENCE)
        .until(() -> client.height() >= result.at("/metaData/blockHeight").asLong() + 3);
    String query = commands.exec(9, "(coin.get-balance \"sender01\")").toJson();
    assertThat(
            client
                .postJson(pact(9, "local?rewindDepth=5"), query)
                .at("/result/data")
                .decimalValue())
        .isEqualByComparingTo(before);
  }

  @Test
  void namespace_ofOnesOwnIsRefused() {
    JsonNode result =
        mined(
            10,
            commands.exec(
                10,
                "(define-namespace \"mine\" (create-user-guard (ns.success))"
                    + " (create-user-guard (ns.success)))"));
    assertThat(result.at("/result/error/message").asText())
        .isEqualTo("Inactive or unregistered namespace");
  }

  @Test
  void emptyCode_isRefused() {
    String command = commands.exec(11, "(placeholder)").toJson().replace("(placeholder)", "");
    assertThat(client.post(pact(11, "send"), "{\"cmds\":[" + command + "]}").body())
        .endsWith("failed with: Pact parse error: no expression");
  }
}
