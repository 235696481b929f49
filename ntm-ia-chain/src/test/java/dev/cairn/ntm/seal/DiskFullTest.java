package dev.cairn.ntm.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.ntm.seal.SealOutcome.Sealed;
import dev.cairn.ntm.verify.Check;
import dev.cairn.ntm.verify.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk without room: a small one in memory, which only root can make. */
class DiskFullTest {

  private static final int PAGE = 4096;

  /** A chain of a few blocks, each file a page. */
  private static final int DISK_KILOBYTES = 96;

  @TempDir Path root;

  private boolean mounted;

  @BeforeEach
  void mountSmallDisk() throws IOException, InterruptedException {
    mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + DISK_KILOBYTES + "k", "tmpfs", root.toString());
    assumeTrue(
        mounted,
        "Skipped: no small disk can be mounted here; PublishFaultTest injects failing disks.");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      run("umount", root.toString());
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  /** With no page left nothing is written; with one the block is, and {@code last_hash.txt} not. */
  @ParameterizedTest
  @CsvSource({"0, 2", "1, 3"})
  void fullDisk_isToldAndLeavesTheChainWhole(int pagesLeft, int blocks)
      throws IOException, SealException {
    SealerFixture chain = new SealerFixture(root.resolve("chain"));
    chain.sealBlocks(2);
    Path filler = fill(pagesLeft);
    chain.clock.advanceMinutes(10);
    assertThatThrownBy(() -> chain.sealer().seal(chain.source))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
    assertThat(chain.verify().failures())
        .extracting(Failure::check)
        .isEqualTo(blocks == 2 ? List.of() : List.of(Check.LAST_HASH_LAGS));
    assertThat(chain.verify().blocks()).isEqualTo(blocks);

    Files.delete(filler);
    chain.clock.advanceMinutes(10);
    assertThat(chain.sealer().seal(chain.source)).isInstanceOf(Sealed.class);
    assertThat(chain.verify().failures()).isEmpty();
    assertThat(chain.verify().blocks()).isEqualTo(blocks + 1);
  }

  private Path fill(int pagesLeft) throws IOException {
    Path filler = root.resolve("filler");
    byte[] page = new byte[PAGE];
    try (OutputStream out = Files.newOutputStream(filler)) {
      for (long free = freePages(); free > pagesLeft; free--) {
        out.write(page);
      }
    }
    return filler;
  }

  private long freePages() throws IOException {
    return Files.getFileStore(root).getUsableSpace() / PAGE;
  }
}
