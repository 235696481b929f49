package dev.cairn.ntm.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ntm.seal.SealOutcome.Sealed;
import dev.cairn.ntm.store.PublishStep;
import dev.cairn.ntm.verify.Check;
import dev.cairn.ntm.verify.Failure;
import dev.cairn.ntm.verify.VerificationReport;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a sealing process before and after each step of publishing. */
class KilledSealerTest {

  private static final int BLOCKS_BEFORE = 2;

  @TempDir Path root;

  private final List<Case> cases = new ArrayList<>();

  /** A chain of its own, whose sealer dies at one place. */
  private record Case(PublishStep step, boolean done, SealerFixture chain, SealingProcess sealer) {}

  @Test
  void killedAtEachStep_theNextSealRecovers_readersSeeNothingBroken() throws Exception {
    startSealers();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService readers = Executors.newSingleThreadExecutor();
    Future<Integer> reading = readers.submit(readAll(over));
    for (Case dying : cases) {
      dying.sealer().killAtStep();
    }
    over.set(true);
    assertThat(reading.get()).isGreaterThanOrEqualTo(cases.size());
    readers.shutdown();
    for (Case dead : cases) {
      assertRecovers(dead);
    }
  }

  private void startSealers() throws IOException, SealException {
    for (PublishStep step : PublishStep.values()) {
      for (boolean done : new boolean[] {false, true}) {
        SealerFixture chain = new SealerFixture(root.resolve(step + "-" + done));
        chain.sealBlocks(BLOCKS_BEFORE);
        int minutes = 10 * (BLOCKS_BEFORE + 1);
        cases.add(
            new Case(
                step,
                done,
                chain,
                SealingProcess.start(chain.directory.root(), minutes, step, done)));
        chain.clock.advanceMinutes(10);
      }
    }
  }

  /** Reads every chain again and again while their sealers work and die; counts the readings. */
  private Callable<Integer> readAll(AtomicBoolean over) {
    return () -> {
      int readings = 0;
      boolean last;
      do {
        last = over.get();
        for (Case one : cases) {
          assertNothingBroken(one);
          readings++;
        }
      } while (!last);
      return readings;
    };
  }

  private static void assertNothingBroken(Case one) throws IOException {
    VerificationReport report = one.chain().verify();
    assertThat(report.failures())
        .as("%s", one)
        .extracting(Failure::check)
        .isSubsetOf(Check.LAST_HASH_LAGS);
    assertThat(report.warnings()).isEmpty();
    assertThat(report.blocks()).isBetween((long) BLOCKS_BEFORE, BLOCKS_BEFORE + 1L);
  }

  private static void assertRecovers(Case dead) throws IOException, SealException {
    boolean published = PublishFaultTest.isPublished(dead.step(), dead.done());
    boolean lagged = published && !PublishFaultTest.isLastHashReplaced(dead.step(), dead.done());
    assertThat(dead.chain().verify().blocks()).isEqualTo(BLOCKS_BEFORE + (published ? 1 : 0));
    dead.chain().clock.advanceMinutes(10);
    SealOutcome next = dead.chain().sealer().seal(dead.chain().source);
    assertThat(next).as("%s", dead).isInstanceOf(Sealed.class);
    assertThat(((Sealed) next).recovered()).as("%s", dead).isEqualTo(lagged);
    VerificationReport report = dead.chain().verify();
    assertThat(report.failures()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.blocks()).isEqualTo(BLOCKS_BEFORE + (published ? 2 : 1));
    assertThat(temporaries(dead.chain().directory.root())).isEmpty();
  }

  private static List<Path> temporaries(Path chain) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : List.of(chain, chain.resolve("blocks"))) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ".tmp-*")) {
        entries.forEach(found::add);
      }
    }
    return found;
  }
}
