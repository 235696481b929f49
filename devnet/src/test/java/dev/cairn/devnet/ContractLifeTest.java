package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.CommandBuilder;
import dev.cairn.chainweb.pact.Continuation;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.PublicMeta;
import dev.cairn.chainweb.pact.SignerCapability;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Modules that pay for others, that are upgraded, and whose defpacts go on. */
class ContractLifeTest {

  private static final Clock CLOCK = Clock.systemUTC();

  private static final String STATION =
      """
      (namespace "free")
      (module station GOVERNANCE
        (implements gas-payer-v1)
        (defcap GOVERNANCE () true)
        (defcap ALLOW_GAS () true)
        (defcap GAS_PAYER:bool (user:string limit:integer price:decimal)
          (enforce (= "exec" (read-string "tx-type")) "code only")
          (enforce (= ["(+ 1 2)"] (read-msg "exec-code")) "additions only")
          (enforce (<= (at "gas-limit" (chain-data)) 1000) "little gas only")
          (compose-capability (ALLOW_GAS)))
        (defun create-gas-payer-guard:guard () (create-capability-guard (ALLOW_GAS))))
      """;

  private static Devnet devnet;
  private static PactClient client;
  private static TestCommands commands;

  @BeforeAll
  static void start() {
    devnet = Devnet.start(DevnetSettings.development().withAddress("127.0.0.1", 0), CLOCK);
    client = new PactClient(new NodeClient(devnet));
    commands = new TestCommands("development", CLOCK);
    client.succeeded(0, commands.exec(0, STATION, null));
    SignerCapability transfer =
        new SignerCapability(
            "coin.TRANSFER",
            List.of(
                JsonNodeFactory.instance.textNode("sender00"),
                JsonNodeFactory.instance.textNode("station"),
                JsonNodeFactory.instance.numberNode(new BigDecimal("1.0"))));
    SignerCapability gas = new SignerCapability("coin.GAS", List.of());
    String fund =
        "(coin.transfer-create \"sender00\" \"station\""
            + " (free.station.create-gas-payer-guard) 1.0)";
    client.succeeded(0, commands.exec(0, fund, null, gas, transfer));
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  private static SignerCapability payer() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return new SignerCapability(
        "free.station.GAS_PAYER",
        List.of(
            json.textNode("nobody"),
            json.objectNode().put("int", 1),
            json.numberNode(new BigDecimal("1.0"))));
  }

  private static PactCommand paidByStation(String code, long limit, SignerCapability... more) {
    PublicMeta meta =
        new PublicMeta(
            new ChainId(0),
            "station",
            limit,
            TestCommands.GAS_PRICE,
            Duration.ofHours(1),
            CLOCK.instant().minusSeconds(5));
    return CommandBuilder.exec("development", code, null, meta)
        .nonce("station " + code + limit)
        .signer(TestKey.sender(9), more)
        .sign();
  }

  @Test
  void gasStation_paysForStrangersWhatItAllows() {
    PactCommand addition = paidByStation("(+ 1 2)", 1_000, payer());
    JsonNode result = client.succeeded(0, addition);
    assertThat(result.at("/result/data/int").asInt()).isEqualTo(3);
    assertThat(result.at("/events/0/params/0").asText()).isEqualTo("station");
  }

  @Test
  void gasStation_refusesWhatItDoesNotAllow() {
    assertThat(refusal(paidByStation("(+ 1 3)", 1_000, payer()))).endsWith("additions only");
    assertThat(refusal(paidByStation("(+ 1 2)", 1_001, payer()))).endsWith("little gas only");
    assertThat(refusal(paidByStation("(+ 1 2)", 1_000, payer(), payer())))
        .endsWith("Multiple gas payer capabilities");
    SignerCapability gas = new SignerCapability("coin.GAS", List.of());
    assertThat(refusal(paidByStation("(+ 1 2)", 999, gas)))
        .contains("Attempt to buy gas failed with");
  }

  private static String refusal(PactCommand command) {
    return client.node().post(client.path(0, "send"), TestCommands.batch(command)).body();
  }

  private static String shop(String governance, int price) {
    return """
    (namespace "free")
    (module shop GOVERNANCE
      (defcap GOVERNANCE () (enforce %s "closed"))
      (defschema sale price:integer)
      (deftable sales:{sale})
      (defun sell (id:string) (insert sales id { "price": %d }))
      (defun sold (id:string) (at "price" (read sales id))))
    """
        .formatted(governance, price);
  }

  @Test
  void module_isUpgradedWhileItsGovernanceAllows() {
    client.succeeded(0, commands.exec(0, shop("true", 1) + "(create-table sales)"));
    JsonNode before = hash();
    client.succeeded(0, commands.exec(0, "(free.shop.sell \"old\")"));
    client.succeeded(0, commands.exec(0, shop("false", 2)));
    client.succeeded(0, commands.exec(0, "(free.shop.sell \"new\")"));
    assertThat(hash()).isNotEqualTo(before);
    assertThat(sold("old")).isEqualTo(1);
    assertThat(sold("new")).isEqualTo(2);
    JsonNode closed = client.mined(0, commands.exec(0, shop("true", 3)));
    assertThat(closed.at("/result/error/message").asText()).isEqualTo("closed");
    JsonNode coin = client.mined(0, commands.exec(0, "(module coin G (defcap G () true))"));
    assertThat(coin.at("/result/status").asText()).isEqualTo("failure");
  }

  private static JsonNode hash() {
    return client.local(0, commands.exec(0, "(at 'hash (describe-module \"free.shop\"))"));
  }

  private static int sold(String id) {
    return client.local(0, commands.exec(0, "(free.shop.sold \"" + id + "\")")).at("/int").asInt();
  }

  @Test
  void defpact_goesOnBackAndNoFurther() {
    client.succeeded(
        0,
        commands.exec(
            0,
            """
            (namespace "free")
            (module steps GOVERNANCE
              (defcap GOVERNANCE () true)
              (defpact three ()
                (step-with-rollback "one" "undone")
                (step "two")
                (step "three")))
            """));
    PactCommand forward = commands.exec(0, "(free.steps.three) ");
    client.succeeded(0, forward);
    assertThat(step(forward, 1, false)).isEqualTo("two");
    assertThat(step(forward, 2, false)).isEqualTo("three");
    assertThat(step(forward, 2, false)).startsWith("Requested defpact execution already completed");
    PactCommand backward = commands.exec(0, "(free.steps.three)  ");
    client.succeeded(0, backward);
    assertThat(step(backward, 0, true)).isEqualTo("undone");
    assertThat(step(backward, 1, false))
        .startsWith("Requested defpact execution already completed");
  }

  private static String step(PactCommand started, int step, boolean rollback) {
    Continuation next = new Continuation(started.hash().toString(), step, rollback, null, null);
    JsonNode result = client.mined(0, commands.continuation(0, next));
    return result.at("/result/data").asText(result.at("/result/error/message").asText());
  }
}
