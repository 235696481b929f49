package dev.cairn.ingestor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ingestor in every weather, killed at every commit, cut off at every call. */
class StormTest {

  @TempDir Path directory;

  @Test
  void storm_withoutKills_everyBatchIsFinalOnce() {
    Storm storm = new Storm();

    storm.run(directory, storm.network(), Kill.never());
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void killedAtAnyCommit_everyBatchIsFinalOnce(Variant variant) {
    int commits = commitsWithoutKill();
    assertThat(commits).isGreaterThan(30);
    for (int at = 1; at <= commits; at++) {
      Storm storm = new Storm();

      storm.run(directory, storm.network(), new Kill(at, variant));
    }
  }

  private int commitsWithoutKill() {
    Storm storm = new Storm();
    Kill counter = Kill.never();
    storm.run(directory, storm.network(), counter);
    return counter.commits();
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void anyCallToNodesFails_everyBatchIsFinalOnce(Variant variant) {
    int calls = callsWithoutFault();
    assertThat(calls).isGreaterThan(100);
    for (int failing = variant == Variant.NOT_DONE ? 1 : 2; failing <= calls; failing += 2) {
      Storm storm = new Storm();
      FaultyNodes nodes = new FaultyNodes(storm.network(), failing, variant);

      storm.run(directory, nodes.nodes(), Kill.never());
    }
  }

  private int callsWithoutFault() {
    Storm storm = new Storm();
    FaultyNodes nodes = new FaultyNodes(storm.network(), -1, Variant.NOT_DONE);
    storm.run(directory, nodes.nodes(), Kill.never());
    return nodes.calls();
  }
}
