package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees of each fault that the control port offers. */
class BadDayTest {

  private static final String OBJECTS = "application/json;blockheader-encoding=object";

  private static Devnet devnet;
  private static NodeClient node;
  private static PactClient client;
  private static TestCommands commands;
  private static ControlClient control;

  @BeforeAll
  static void start() {
    devnet =
        Devnet.start(DevnetSettings.development().withAddress("127.0.0.1", 0), Clock.systemUTC());
    node = new NodeClient(devnet);
    client = new PactClient(node);
    commands = new TestCommands("development", Clock.systemUTC());
    control = new ControlClient(devnet.openFaults(0));
    control.done("/mine", "{\"rounds\":5}");
  }

  @AfterEach
  void makeGood() {
    assertThat(control.delete("/faults").statusCode()).isEqualTo(200);
    JsonNode state = control.state();
    assertThat(state.toString()).isEqualTo("{\"faults\":[],\"held\":[],\"skewMillis\":0}");
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  private static void awaitMined(PactCommand command) {
    await().atMost(PactClient.PATIENCE).until(() -> !client.poll(0, command, 0).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"drop, before", "drop, after", "status, before", "status, after"})
  void send_thatFailsIsDoneOrNotDone(String fault, String when) {
    control.fault(
        "{\"fault\":\"%s\",\"status\":500,\"path\":\"/send$\",\"when\":\"%s\",\"times\":1}"
            .formatted(fault, when));
    PactCommand command = commands.exec(0, "1");
    String body = TestCommands.batch(command);
    if (fault.equals("drop")) {
      assertThatThrownBy(() -> node.post(client.path(0, "send"), body))
          .isInstanceOf(UncheckedIOException.class);
    } else {
      assertThat(node.post(client.path(0, "send"), body).statusCode()).isEqualTo(500);
    }
    if (when.equals("before")) {
      control.done("/mine", "{}");
      assertThat(client.poll(0, command, 0)).isEmpty();
      client.send(0, command);
    }
    awaitMined(command);
  }

  @Test
  void status_429SaysWhenToComeAgainAndEndsAfterItsTimes() {
    control.fault(
        "{\"fault\":\"status\",\"status\":429,\"text\":\"Too many\",\"retryAfter\":7,"
            + "\"path\":\"/cut\",\"times\":2}");
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> refused = node.get(node.path("/cut"));
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.body()).isEqualTo("Too many");
      assertThat(refused.headers().firstValue("Retry-After")).contains("7");
    }
    assertThat(node.get(node.path("/cut")).statusCode()).isEqualTo(200);
  }

  @Test
  void delay_letsLaterRequestsOvertake() {
    control.fault("{\"fault\":\"delay\",\"millis\":600000,\"path\":\"/cut\"}");
    CompletableFuture<HttpResponse<String>> delayed =
        node.http().sendAsync(node.request(node.path("/cut")).build(), BodyHandlers.ofString());
    assertThat(node.get("/info").statusCode()).isEqualTo(200);
    assertThat(delayed).isNotDone();
    assertThat(delayed.cancel(true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "after"})
  void delay_bringsTheAnswerInTheEnd(String when) {
    control.fault(
        "{\"fault\":\"delay\",\"millis\":50,\"path\":\"/cut\",\"when\":\"%s\"}".formatted(when));
    assertThat(node.get(node.path("/cut")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "all"})
  void pendingTransaction_thatIsLostIsNeverMinedAndCanBeSentAgain(String which) {
    control.done("/hold", "{\"chains\":[0]}");
    PactCommand command = commands.exec(0, "1");
    client.send(0, command);
    assertThat(node.post(client.path(0, "poll"), keys(command)).body()).isEqualTo("{}");
    String key = which.equals("one") ? ",\"requestKey\":\"" + command.hash() + "\"" : "";
    JsonNode lost = control.done("/lose", "{\"chain\":0" + key + "}");
    assertThat(lost.at("/lost/0").asText()).isEqualTo(command.hash().toString());
    assertThat(control.done("/lose", "{\"chain\":0" + key + "}").get("lost")).isEmpty();
    control.done("/release", "{\"chains\":[0]}");
    control.done("/mine", "{\"rounds\":2}");
    assertThat(client.poll(0, command, 0)).isEmpty();
    client.send(0, command);
    awaitMined(command);
  }

  private static String keys(PactCommand command) {
    return "{\"requestKeys\":[\"" + command.hash() + "\"]}";
  }

  @Test
  void proof_isRefusedAsTooYoungUntilTheFaultIsGone() {
    PactCommand command = commands.exec(0, "1");
    client.succeeded(0, command);
    control.done("/mine", "{\"rounds\":3}");
    int id = control.fault("{\"fault\":\"refuse-spv\"}");
    String body = "{\"requestKey\":\"" + command.hash() + "\",\"targetChainId\":\"1\"}";
    HttpResponse<String> refused = node.post(node.path("/chain/0/pact/spv"), body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .isEqualTo(
            "SPV target not reachable: target chain not reachable."
                + " Chainweb instance is too young");
    assertThat(control.delete("/faults/" + id).statusCode()).isEqualTo(200);
    assertThat(node.post(node.path("/chain/0/pact/spv"), body).statusCode()).isEqualTo(200);
  }

  private static BlockHeader header(long height) {
    String page = "/chain/0/header?minheight=" + height + "&maxheight=" + height;
    return BlockHeader.decode(node.getJson(node.path(page)).at("/items/0").asText());
  }

  @Test
  void corruptAnswers_doNotHash() {
    BlockHeader good = header(3);
    String payload = node.path("/chain/0/payload/" + good.payloadHash() + "/outputs");
    control.fault("{\"fault\":\"corrupt\"}");
    BlockHeader bad =
        BlockHeader.decode(node.getJson(node.path("/chain/0/header/" + good.hash())).textValue());
    assertThat(bad.hasValidHash()).isFalse();
    JsonNode object = node.getJson(node.path("/chain/0/header/" + good.hash()), "Accept", OBJECTS);
    assertThat(BlockHeader.fromJsonObject(object, 2).hasValidHash()).isFalse();
    assertThat(PayloadWithOutputs.fromJson(node.getJson(payload)).hasValidHashes()).isFalse();
  }

  @Test
  void staleAnswers_stayAsTheyWere() {
    control.fault("{\"fault\":\"stale\",\"path\":\"/cut\"}");
    String before = node.get(node.path("/cut")).body();
    control.done("/mine", "{\"rounds\":2}");
    assertThat(node.get(node.path("/cut")).body()).isEqualTo(before);
    control.delete("/faults");
    assertThat(node.get(node.path("/cut")).body()).isNotEqualTo(before);
  }

  @Test
  void otherAnswers_areGoodButNotWhatWasAsked() {
    BlockHeader first = header(1);
    BlockHeader second = header(2);
    control.fault("{\"fault\":\"other\",\"path\":\"/header/\"}");
    String base = node.path("/chain/0/header/");
    assertThat(node.getJson(base + first.hash()).textValue()).isEqualTo(first.toBase64Url());
    assertThat(node.getJson(base + second.hash()).textValue()).isEqualTo(first.toBase64Url());
  }

  @ParameterizedTest
  @CsvSource({
    "86400000, Transaction time-to-live is expired",
    "-3600000, Transaction creation time too far in the future"
  })
  void clock_thatIsSkewedRefusesGoodTransactions(long millis, String reason) {
    control.done("/clock", "{\"skewMillis\":" + millis + "}");
    PactCommand command = commands.exec(0, "1");
    HttpResponse<String> refused = node.post(client.path(0, "send"), TestCommands.batch(command));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).endsWith(reason);
    String stamp = refused.headers().firstValue("X-Server-Timestamp").orElseThrow();
    long skew = Long.parseLong(stamp) - Clock.systemUTC().instant().getEpochSecond();
    assertThat(skew).isBetween(millis / 1_000 - 60, millis / 1_000 + 60);
    control.done("/clock", "{\"skewMillis\":0}");
    client.send(0, command);
  }

  @Test
  void heldChain_standsStillAndItsNeighboursSoonDoToo() {
    long before = height(0);
    control.done("/hold", "{\"chains\":[0]}");
    control.done("/mine", "{\"rounds\":5}");
    assertThat(height(0)).isEqualTo(before);
    assertThat(height(5)).isLessThanOrEqualTo(before + 1);
    PactCommand command = commands.exec(0, "1");
    client.send(0, command);
    control.done("/mine", "{}");
    assertThat(client.poll(0, command, 0)).isEmpty();
    control.done("/release", "{\"chains\":[0]}");
    awaitMined(command);
  }

  private static long height(int chain) {
    return node.getJson(node.path("/cut")).at("/hashes/" + chain + "/height").asLong();
  }

  @Test
  void reorganisation_returnsTransactionsAndKeepsOrphans() {
    PactCommand command = commands.exec(0, "(coin.transfer \"sender00\" \"sender01\" 1.0)", null);
    JsonNode first = client.mined(0, command);
    long mined = first.at("/metaData/blockHeight").asLong();
    // Some deeper than its block: blocks that settle it may still come.
    long depth = height(0) - mined + 5;
    JsonNode change = control.done("/reorganise", "{\"chains\":[0],\"blocks\":" + depth + "}");
    assertThat(hashes(change.get("orphaned"))).contains(first.at("/metaData/blockHash").asText());
    assertThat(change.get("pending"))
        .extracting(JsonNode::textValue)
        .contains(command.hash().toString());
    awaitMined(command);
    JsonNode again = client.poll(0, command, 0).get(command.hash().toString());
    assertThat(again.at("/metaData/blockHash").asText())
        .isNotEqualTo(first.at("/metaData/blockHash").asText());
    listsHoldBothBranches(mined, first.at("/metaData/blockHash").asText());
  }

  private static List<String> hashes(JsonNode blocks) {
    List<String> found = new ArrayList<>();
    blocks.forEach(block -> found.add(block.get("hash").textValue()));
    return found;
  }

  private static void listsHoldBothBranches(long height, String orphan) {
    String range = "?minheight=" + height + "&maxheight=" + height;
    JsonNode page = node.getJson(node.path("/chain/0/hash" + range));
    assertThat(page.get("limit").asInt()).isEqualTo(2);
    assertThat(page.get("items")).extracting(JsonNode::textValue).contains(orphan);
    String winner = node.getJson(node.path("/cut")).at("/hashes/0/hash").textValue();
    JsonNode both = branch("{\"upper\":[\"%s\",\"%s\"]}".formatted(winner, orphan), range);
    assertThat(both.get("items")).hasSize(2);
    JsonNode one = branch("{\"upper\":[\"%s\"]}".formatted(winner), range);
    assertThat(one.get("items")).hasSize(1).extracting(JsonNode::textValue).doesNotContain(orphan);
    JsonNode fork = branch("{\"upper\":[\"%s\"],\"lower\":[\"%s\"]}".formatted(orphan, winner), "");
    assertThat(fork.at("/items/0").textValue()).isEqualTo(orphan);
    assertThat(fork.get("items")).hasSizeLessThan(10);
    assertThat(fork.get("next").isNull()).isTrue();
    everyPageOfTheListComesOnce();
  }

  private static JsonNode branch(String bounds, String query) {
    return node.postJson(node.path("/chain/0/hash/branch" + query), bounds);
  }

  private static void everyPageOfTheListComesOnce() {
    List<String> whole = new ArrayList<>();
    node.getJson(node.path("/chain/0/hash")).get("items").forEach(hash -> whole.add(hash.asText()));
    List<String> paged = new ArrayList<>();
    String next = "";
    while (paged.size() < whole.size()) {
      JsonNode page = node.getJson(node.path("/chain/0/hash?limit=3" + next));
      page.get("items").forEach(hash -> paged.add(hash.asText()));
      next = "&next=" + page.get("next").asText();
    }
    assertThat(paged.subList(0, whole.size())).isEqualTo(whole).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/faults     | {}                                    | key \"fault\" not found",
        "/faults     | {\"fault\":\"fire\"}                   | there is no fault \"fire\"",
        "/faults     | {\"fault\":\"delay\",\"millis\":-1}     | A delay is 0 to 600000 ms.",
        "/faults     | {\"fault\":\"drop\",\"path\":\"(\"}     | expected a regular expression",
        "/faults     | {\"fault\":\"drop\",\"times\":0}        | A fault meets one request or"
            + " more.",
        "/faults     | {\"fault\":\"drop\",\"when\":\"never\"} | expected before or after",
        "/faults     | {\"fault\":\"status\",\"status\":200}   | A status that is a fault is 400 to"
            + " 599.",
        "/hold       | {\"chains\":[20]}                     | chains are 0 to 19",
        "/hold       | {\"chains\":[]}                       | unexpected empty list",
        "/reorganise | {\"chains\":[0],\"blocks\":100000}     | blocks",
        "/clock      | {\"skewMillis\":99999999999999}       | A clock is wrong by at most 366"
            + " days.",
        "/mine       | {\"rounds\":0}                        | Rounds are 1 to 1000.",
        "/lose       | nonsense                              | Error in $",
      })
  void wrongOrders_areRefusedInASentence(String path, String body, String reason) {
    HttpResponse<String> refused = control.post(path, body);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(NodeClient.json(refused.body()).get("error").textValue()).contains(reason);
  }

  @Test
  void unknownFault_isNotFound() {
    assertThat(control.delete("/faults/77").statusCode()).isEqualTo(404);
    assertThat(control.post("/nothing", "{}").statusCode()).isEqualTo(404);
    assertThat(Duration.ofMillis(control.state().get("skewMillis").asLong())).isZero();
  }
}
