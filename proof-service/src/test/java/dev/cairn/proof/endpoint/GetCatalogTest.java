package dev.cairn.proof.endpoint;

import static dev.cairn.proof.endpoint.Problems.assertProblem;
import static dev.cairn.proof.endpoint.Stage.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.BatchEntry;
import dev.cairn.proof.fixture.Batches;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetCatalogTest {
  @TempDir Path dir;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    stage = new Stage(dir);
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> Batches.id(i).toString()).toList();
  }

  private List<String> listed(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("batches").forEach(batch -> ids.add(batch.path("batchId").asText()));
    return ids;
  }

  private void openBatches(int from, int to) {
    IntStream.range(from, to).forEach(i -> stage.batches.append(Batches.opened(i)));
  }

  /** All pages put together; batches that open meanwhile come between the pages. */
  private List<String> page(String query, int openedBetween) throws Exception {
    List<String> all = new ArrayList<>();
    String after = "";
    int next = 100;
    while (true) {
      JsonNode page = json(stage.get("/v1/audit/catalog?" + query + after));
      all.addAll(listed(page));
      if (!page.has("next")) {
        return all;
      }
      after = "&after=" + page.path("next").asText();
      openBatches(next, next + openedBetween);
      next += openedBetween;
    }
  }

  @Test
  void emptyCatalog_isAnEmptyPage() throws Exception {
    JsonNode page = json(stage.get("/v1/audit/catalog"));
    assertThat(listed(page)).isEmpty();
    assertThat(page.has("next")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 8, 1000})
  void pages_ofAnySize_holdEachBatchOnce(int limit) throws Exception {
    openBatches(0, 7);
    assertThat(page("limit=" + limit, 0)).isEqualTo(ids(0, 7));
  }

  @Test
  void batchesThatOpenWhilePaging_comeLast() throws Exception {
    openBatches(0, 6);
    List<String> all = page("limit=4", 2);
    assertThat(all.subList(0, 6)).isEqualTo(ids(0, 6));
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void pages_ofBatchesThatMoveOn_stayStable() throws Exception {
    openBatches(0, 4);
    JsonNode first = json(stage.get("/v1/audit/catalog?limit=2"));
    IntStream.range(0, 4).forEach(i -> stage.batches.append(Batches.closed(i, 2)));
    JsonNode second =
        json(stage.get("/v1/audit/catalog?limit=2&after=" + first.path("next").asText()));
    assertThat(listed(second)).isEqualTo(ids(2, 4));
    assertThat(second.at("/batches/0/state").asText()).isEqualTo("closed");
  }

  @Test
  void range_includesFromAndExcludesTo() throws Exception {
    openBatches(0, 10);
    Instant from = Instant.ofEpochMilli(Batches.EPOCH_MILLIS + 3);
    Instant to = Instant.ofEpochMilli(Batches.EPOCH_MILLIS + 7);
    assertThat(page("limit=2&from=" + from + "&to=" + to, 0)).isEqualTo(ids(3, 7));
    assertThat(page("from=" + to + "&to=" + from, 0)).isEmpty();
    String zoned = from.toString().replace("Z", "%2B00:00");
    assertThat(page("from=" + zoned + "&to=" + to, 0)).isEqualTo(ids(3, 7));
  }

  @Test
  void tenants_doNotSeeEachOther() throws Exception {
    openBatches(0, 2);
    for (String tenant : List.of("defaul", "default2", "tenant")) {
      BatchId id = BatchId.next(Batches.EPOCH_MILLIS, new Random(tenant.hashCode()));
      stage.batches.append(new BatchEntry.Opened(id, tenant, 0, Batches.EPOCH_MILLIS));
      assertThat(page("tenantId=" + tenant, 0)).containsExactly(id.toString());
    }
    assertThat(page("tenantId=default", 0)).isEqualTo(ids(0, 2));
    assertThat(page("tenantId=nobody", 0)).isEmpty();
    assertProblem(
        stage.get("/v1/audit/catalog?tenantId=tenant&after=" + Batches.id(0)),
        400,
        "invalid-request");
  }
}
