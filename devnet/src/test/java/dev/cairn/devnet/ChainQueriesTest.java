package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.payload.PayloadData;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.devnet.mining.MiningMode;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers, hashes, blocks and payloads by page, branch, hash and batch. */
class ChainQueriesTest {

  private static Devnet devnet;
  private static NodeClient client;
  private static List<String> hashes;

  @BeforeAll
  static void start() {
    DevnetSettings settings =
        DevnetSettings.development()
            .withAddress("127.0.0.1", 0)
            .withMining(new MiningMode.Periodic(Duration.ofMillis(50)));
    devnet = Devnet.start(settings, Clock.systemUTC(), StubContracts::new);
    client = new NodeClient(devnet);
    await().atMost(PactClient.PATIENCE).until(() -> client.height() >= 12);
    hashes = texts(client.getJson(client.path("/chain/0/hash?maxheight=12")).get("items"));
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /**
   * Expected heights {@code first..last} (descending if turned), and the kind and height of next.
   */
  @ParameterizedTest
  @CsvSource({
    "limit=3,                     0, 2, inclusive, 3",
    "minheight=2&maxheight=4,     2, 4, exclusive, 4",
    "limit=2&minheight=5,         5, 6, inclusive, 7",
    "minheight=12&maxheight=12,  12,12, exclusive,12",
  })
  void hashPage_ascends(String query, int first, int last, String kind, int next) {
    JsonNode page = client.getJson(client.path("/chain/0/hash?" + query));
    assertThat(texts(page.get("items"))).isEqualTo(hashes.subList(first, last + 1));
    assertThat(page.get("limit").asInt()).isEqualTo(last - first + 1);
    assertThat(page.get("next").asText()).isEqualTo(kind + ":" + hashes.get(next));
  }

  @Test
  void hashPage_goesOnFromNext() {
    String inclusive = "limit=2&next=inclusive:" + hashes.get(4);
    String exclusive = "limit=2&next=exclusive:" + hashes.get(4);
    assertThat(texts(client.getJson(client.path("/chain/0/hash?" + inclusive)).get("items")))
        .isEqualTo(hashes.subList(4, 6));
    assertThat(texts(client.getJson(client.path("/chain/0/hash?" + exclusive)).get("items")))
        .isEqualTo(hashes.subList(5, 7));
  }

  @Test
  void hashPage_behindTheEndIsEmpty() {
    String path = client.path("/chain/0/hash?minheight=1000000");
    assertThat(client.get(path).body()).isEqualTo("{\"limit\":0,\"items\":[],\"next\":null}");
  }

  @Test
  void hashPage_ofNoItemsNamesTheFirst() {
    assertThat(client.get(client.path("/chain/0/hash?limit=0")).body())
        .isEqualTo("{\"limit\":0,\"items\":[],\"next\":\"inclusive:" + hashes.get(0) + "\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "'',                        6, -1,  6, 0, ",
    "'?limit=3',                6, -1,  6, 4, 3",
    "'?minheight=4',            6,  2,  6, 4, ",
    "'',                        6,  2,  6, 3, ",
    "'?minheight=4&maxheight=5',6, -1,  5, 4, ",
  })
  void hashBranch_descends(String query, int upper, int lower, int first, int last, Integer next) {
    String bounds =
        "{\"upper\":[\"%s\"],\"lower\":[%s]}"
            .formatted(hashes.get(upper), lower < 0 ? "" : "\"" + hashes.get(lower) + "\"");
    JsonNode page = client.postJson(client.path("/chain/0/hash/branch" + query), bounds);
    List<String> expected = new ArrayList<>(hashes.subList(last, first + 1));
    Collections.reverse(expected);
    assertThat(texts(page.get("items"))).isEqualTo(expected);
    assertThat(page.get("next").asText())
        .isEqualTo(next == null ? "null" : "inclusive:" + hashes.get(next));
  }

  @Test
  void branch_belowItsMaxHeightIsEmpty() {
    String path = client.path("/chain/0/header/branch?maxheight=7");
    String bounds = "{\"upper\":[\"" + hashes.get(6) + "\"]}";
    assertThat(client.post(path, bounds).body())
        .isEqualTo("{\"limit\":0,\"items\":[],\"next\":null}");
  }

  @Test
  void branch_takesThirtyTwoBounds() {
    String path = client.path("/chain/0/hash/branch");
    String many = ("\"" + hashes.get(1) + "\",").repeat(32) + "\"" + hashes.get(2) + "\"";
    assertThat(client.post(path, "{\"upper\":[" + many + "]}").body())
        .isEqualTo("\"upper branch bound limit exceeded. Only 32 values are supported.\"");
  }

  @Test
  void header_hasThreeForms() throws Exception {
    String path = client.path("/chain/0/header/" + hashes.get(5));
    BlockHeader header = BlockHeader.decode(NodeClient.json(client.get(path).body()).asText());
    assertThat(header.hash()).hasToString(hashes.get(5));
    assertThat(header.hasValidHash()).isTrue();
    JsonNode object =
        client.getJson(path, "Accept", "application/json;blockheader-encoding=object");
    assertThat(BlockHeader.fromJsonObject(object, 2)).isEqualTo(header);
    byte[] binary =
        client
            .http()
            .send(
                client.request(path, "Accept", "application/octet-stream").build(),
                BodyHandlers.ofByteArray())
            .body();
    assertThat(binary).isEqualTo(header.encode());
  }

  @Test
  void payload_isFoundByHashAndHeight() throws Exception {
    BlockHeader header =
        BlockHeader.decode(
            client.getJson(client.path("/chain/0/header/" + hashes.get(5))).asText());
    String path = client.path("/chain/0/payload/" + header.payloadHash());
    PayloadWithOutputs whole = PayloadWithOutputs.fromJson(client.getJson(path + "/outputs"));
    assertThat(whole.hasValidHashes()).isTrue();
    assertThat(PayloadData.fromJson(client.getJson(path + "?height=5")))
        .isEqualTo(whole.withoutOutputs());
    assertThat(client.get(path + "?height=6").statusCode()).isEqualTo(404);
    byte[] binary =
        client
            .http()
            .send(
                client.request(path + "/outputs", "Accept", "application/octet-stream").build(),
                BodyHandlers.ofByteArray())
            .body();
    assertThat(PayloadWithOutputs.decode(binary)).isEqualTo(whole);
    String batch =
        "{\"heights\":[5,6],\"hashes\":[\"%1$s\",\"%1$s\"]}".formatted(header.payloadHash());
    JsonNode found = client.postJson(client.path("/chain/0/payload/outputs/batch"), batch);
    assertThat(found).hasSize(1);
    assertThat(PayloadWithOutputs.fromJson(found.get(0))).isEqualTo(whole);
  }

  @Test
  void cut_ofAnEarlierHeightIsThatRound() {
    JsonNode cut = client.getJson(client.path("/cut?maxheight=75"));
    assertThat(cut.get("height").asLong()).isEqualTo(60);
    assertThat(cut.at("/hashes/0/hash").asText()).isEqualTo(hashes.get(3));
    assertThat(cut.get("instance").asText()).isEqualTo("development");
    JsonNode newest = client.getJson(client.path("/cut?maxheight=1000000000"));
    assertThat(newest.get("height").asLong()).isGreaterThanOrEqualTo(240);
  }
}
