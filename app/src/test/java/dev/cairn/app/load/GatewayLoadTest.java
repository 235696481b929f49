package dev.cairn.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drills, as short as they can be; the commands run them for as long as it takes. */
class GatewayLoadTest {

  /** {@code -Dcairn.soak.seconds=N} soaks for so long; an hour is `cairn bench soak`. */
  private static final int SOAK_SECONDS = Integer.getInteger("cairn.soak.seconds", 120);

  @TempDir Path dir;

  @Test
  void killedGateway_keepsWhatItPromised() throws IOException {
    AtomicInteger kills = new AtomicInteger();
    KillDrill.Report report = new KillDrills(dir, 3, 2, new Random(1)).run(kills::set);
    assertThat(report.faults()).isEmpty();
    assertThat(report.good()).isTrue();
    assertThat(report.kills()).isEqualTo(3);
    assertThat(kills).hasPositiveValue();
    assertThat(dir.resolve("lane-1").resolve("data").resolve("gateway")).isDirectory();
  }

  @Test
  void soakedGateway_refusesNothing_andGrowsInNothing() throws IOException {
    Soak.Report report = new Soak(dir, Duration.ofSeconds(SOAK_SECONDS), 200).run(look -> {});
    assertThat(report.looks()).hasSize(12);
    assertThat(report.courses()).as(report.toString()).allMatch(Course::flat);
    assertThat(report.refused()).isZero();
    assertThat(report.good()).isTrue();
  }

  @Test
  void storeWithoutAPromisedEvent_isFound() throws IOException {
    KillDrill.Report report = new KillDrill(dir, 1, new Random(1)).run(kill -> {});
    StoredBatches stored = StoredBatches.read(dir.resolve("data").resolve("gateway"));
    assertThat(stored.events()).isEqualTo(report.acknowledged() + report.unanswered());
    assertThat(stored.faults(Map.of())).isEmpty();
    EventId missing = EventId.of(new byte[32]);
    BatchId batch = BatchId.next(1, new Random(1));
    List<String> faults = stored.faults(Map.of(missing, batch));
    assertThat(faults).singleElement().asString().contains("was promised for " + batch);
  }
}
