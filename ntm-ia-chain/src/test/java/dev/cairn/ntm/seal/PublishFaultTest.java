package dev.cairn.ntm.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ntm.seal.SealOutcome.Sealed;
import dev.cairn.ntm.store.FaultPoint;
import dev.cairn.ntm.store.PublishStep;
import dev.cairn.ntm.verify.Check;
import dev.cairn.ntm.verify.Failure;
import dev.cairn.ntm.verify.VerificationReport;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Publishing that ends at any step, done or not, is finished or forgotten by the next seal. */
class PublishFaultTest {

  private static final Set<Check> OF_AN_INTERRUPTED_WRITER =
      Set.of(Check.LAST_HASH_LAGS, Check.LAST_HASH_MISSING);

  @TempDir Path root;

  static Stream<Arguments> faults() {
    return Stream.of(PublishStep.values())
        .flatMap(
            step ->
                Stream.of(true, false)
                    .flatMap(
                        done -> Stream.of(0, 2).map(blocks -> Arguments.of(step, done, blocks))));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void seal_afterACrash_recovers(PublishStep step, boolean done, int blocksBefore)
      throws IOException, SealException {
    SealerFixture fixture = new SealerFixture(root);
    fixture.sealBlocks(blocksBefore);
    fixture.clock.advanceMinutes(10);
    assertThatThrownBy(() -> fixture.sealer(new Crash(step, done)).seal(fixture.source))
        .isInstanceOf(SimulatedCrash.class);
    assertReadersSeeNothingBroken(fixture);

    fixture.clock.advanceMinutes(10);
    Sealed sealed = (Sealed) fixture.sealer().seal(fixture.source);

    boolean published = isPublished(step, done);
    assertThat(sealed.index().value()).isEqualTo(blocksBefore + (published ? 2 : 1));
    assertThat(sealed.recovered()).isEqualTo(published && !isLastHashReplaced(step, done));
    VerificationReport report = fixture.verify();
    assertThat(report.failures()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(temporaries()).isZero();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void seal_afterAFailingDisk_goesOnWithTheSameSealer(
      PublishStep step, boolean done, int blocksBefore) throws IOException, SealException {
    SealerFixture fixture = new SealerFixture(root);
    fixture.sealBlocks(blocksBefore);
    FailOnce fault = new FailOnce(step, done);
    Sealer sealer = fixture.sealer(fault);
    fixture.clock.advanceMinutes(10);
    assertThatThrownBy(() -> sealer.seal(fixture.source)).isInstanceOf(IOException.class);

    SealOutcome again = sealer.seal(fixture.source);

    assertThat(again)
        .isInstanceOf(isPublished(step, done) ? SealOutcome.TooSoon.class : Sealed.class);
    VerificationReport report = fixture.verify();
    assertThat(report.failures()).isEmpty();
    assertThat(report.blocks()).isEqualTo(blocksBefore + 1);
    assertThat(temporaries()).isZero();
  }

  private static void assertReadersSeeNothingBroken(SealerFixture fixture) throws IOException {
    VerificationReport report = fixture.verify();
    assertThat(report.failures()).extracting(Failure::check).isSubsetOf(OF_AN_INTERRUPTED_WRITER);
    assertThat(report.warnings()).isEmpty();
  }

  static boolean isPublished(PublishStep step, boolean done) {
    int order = step.compareTo(PublishStep.NAME_BLOCK);
    return order > 0 || (order == 0 && done);
  }

  static boolean isLastHashReplaced(PublishStep step, boolean done) {
    int order = step.compareTo(PublishStep.REPLACE_LAST_HASH);
    return order > 0 || (order == 0 && done);
  }

  private long temporaries() throws IOException {
    return count(root) + count(root.resolve("blocks"));
  }

  private static long count(Path folder) throws IOException {
    long count = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ".tmp-*")) {
      for (Path entry : entries) {
        assertThat(entry).exists();
        count++;
      }
    }
    return count;
  }

  private static final class SimulatedCrash extends Error {

    private static final long serialVersionUID = 1L;
  }

  private record Crash(PublishStep at, boolean done) implements FaultPoint {

    @Override
    public void before(PublishStep step) {
      if (step == at && !done) {
        throw new SimulatedCrash();
      }
    }

    @Override
    public void after(PublishStep step) {
      if (step == at && done) {
        throw new SimulatedCrash();
      }
    }
  }

  private static final class FailOnce implements FaultPoint {

    private final PublishStep at;
    private final boolean done;
    private boolean failed;

    FailOnce(PublishStep at, boolean done) {
      this.at = at;
      this.done = done;
    }

    @Override
    public void before(PublishStep step) throws IOException {
      fail(step, false);
    }

    @Override
    public void after(PublishStep step) throws IOException {
      fail(step, true);
    }

    private void fail(PublishStep step, boolean after) throws IOException {
      if (step == at && done == after && !failed) {
        failed = true;
        throw new IOException("The disk fails.");
      }
    }
  }
}
