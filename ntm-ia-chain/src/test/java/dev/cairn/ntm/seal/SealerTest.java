package dev.cairn.ntm.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.keyring.KeyEntry;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.metrics.Measurement;
import dev.cairn.ntm.metrics.Metrics;
import dev.cairn.ntm.seal.SealException.ChainBroken;
import dev.cairn.ntm.seal.SealException.Rejected;
import dev.cairn.ntm.seal.SealException.Retryable;
import dev.cairn.ntm.seal.SealOutcome.Busy;
import dev.cairn.ntm.seal.SealOutcome.Sealed;
import dev.cairn.ntm.seal.SealOutcome.TooSoon;
import dev.cairn.ntm.store.FaultPoint;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {

  @TempDir Path root;

  private SealerFixture chain;

  @BeforeEach
  void openChain() {
    chain = new SealerFixture(root.resolve("chain"));
  }

  @Test
  void seal_makesAValidChain() throws IOException, SealException {
    chain.sealBlocks(3);
    assertThat(chain.verify().isValid()).isTrue();
    assertThat(chain.verify().blocks()).isEqualTo(3);
  }

  @Test
  void seal_beforeHalfAnInterval_isTooSoon() throws IOException, SealException {
    chain.sealBlocks(1);
    chain.clock.advanceMinutes(4);
    assertThat(chain.sealer().seal(chain.source)).isInstanceOf(TooSoon.class);
    chain.clock.advanceMinutes(1);
    assertThat(chain.sealer().seal(chain.source)).isInstanceOf(Sealed.class);
  }

  @Test
  void seal_whileAnotherSeals_isBusy() throws IOException, SealException {
    SealOutcome[] second = new SealOutcome[1];
    SealOutcome first =
        chain
            .sealer()
            .seal(
                () -> {
                  second[0] = sealUnchecked();
                  return chain.source.read();
                });
    assertThat(second[0]).isInstanceOf(Busy.class);
    assertThat(first).isInstanceOf(Sealed.class);
    assertThat(chain.verify().isValid()).isTrue();
  }

  private SealOutcome sealUnchecked() {
    try {
      return chain.sealer().seal(chain.source);
    } catch (IOException | SealException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void seal_whileTheLockFileIsLocked_isBusy() throws IOException, SealException {
    Files.createDirectories(chain.directory.root());
    try (FileChannel file =
            FileChannel.open(
                chain.directory.root().resolve(".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(chain.sealer().seal(chain.source)).isInstanceOf(Busy.class);
    }
    assertThat(chain.sealer().seal(chain.source)).isInstanceOf(Sealed.class);
  }

  @Test
  void seal_withAClockThatWentBack_isRefused() throws IOException, SealException {
    chain.sealBlocks(2);
    chain.clock.advanceMinutes(-1);
    assertRefused(Retryable.class, "The clock went back");
  }

  @Test
  void seal_withoutMetrics_isRefused() throws IOException, SealException {
    chain.sealBlocks(1);
    chain.clock.advanceMinutes(10);
    chain.source =
        () -> {
          throw new NoSuchFileException("metrics.json");
        };
    assertRefused(Retryable.class, "The metrics can't be read");
    chain.source = () -> Measurement.parse("{}".getBytes(StandardCharsets.UTF_8));
    assertRefused(Rejected.class, "The metrics lack the integer hits.");
    chain.source = () -> new Measurement(new Metrics(1, 0, 0, 1, 0, 0), Optional.empty());
    assertRefused(Rejected.class, "hub is at least 1");
  }

  @Test
  void seal_withAKeyThatTheKeyringLacks_isRefused() throws IOException {
    Sealer sealer =
        chain.sealer(SealerFixture.KEY_B, SealerFixture.KEY_A.soleKeyring(), FaultPoint.NONE);
    assertThatThrownBy(() -> sealer.seal(chain.source))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("KEY_UNKNOWN");
    assertThat(chain.directory.list().size()).isZero();
  }

  @Test
  void seal_withAKeyWhoseRangeIsOver_isRefused() throws IOException, SealException {
    chain.sealBlocks(1);
    chain.clock.advanceMinutes(10);
    KeyEntry retired =
        new KeyEntry(
            SealerFixture.KEY_A.keyId(),
            SealerFixture.KEY_A.publicKey(),
            BlockIndex.FIRST,
            Optional.of(BlockIndex.FIRST));
    Sealer sealer =
        chain.sealer(SealerFixture.KEY_A, new Keyring(List.of(retired)), FaultPoint.NONE);
    assertThatThrownBy(() -> sealer.seal(chain.source))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("KEY_NOT_VALID_FOR_BLOCK");
    assertIntact(1);
  }

  @Test
  void seal_onAGap_isRefused() throws IOException, SealException {
    chain.sealBlocks(3);
    Files.delete(block(2));
    chain.clock.advanceMinutes(10);
    assertRefusedAsBroken("a block below the newest one is missing");
  }

  @Test
  void seal_withoutLastHash_isRefused() throws IOException, SealException {
    chain.sealBlocks(2);
    Files.delete(lastHash());
    chain.clock.advanceMinutes(10);
    assertRefusedAsBroken("last_hash.txt is missing although there are 2 blocks.");
  }

  @Test
  void seal_withAForeignLastHash_isRefused() throws IOException, SealException {
    chain.sealBlocks(2);
    Files.writeString(lastHash(), "f".repeat(64));
    chain.clock.advanceMinutes(10);
    assertRefusedAsBroken("neither of the newest block, 2, nor of the one before it.");
    Files.writeString(lastHash(), "none");
    assertRefusedAsBroken("last_hash.txt is not 64 lower-case hex digits.");
  }

  @Test
  void seal_onACopyOfTheNewestBlock_isRefused() throws IOException, SealException {
    chain.sealBlocks(1);
    Files.copy(block(1), block(2));
    chain.clock.advanceMinutes(10);
    assertRefusedAsBroken("The newest block, 2, does not belong there. INDEX_MISMATCH");
    assertThat(block(2)).exists();
  }

  @Test
  void seal_onAForgedBlockBehindTheLastHash_isRefused() throws IOException, SealException {
    chain.sealBlocks(1);
    byte[] last = Files.readAllBytes(lastHash());
    chain.sealBlocks(1);
    Files.write(lastHash(), last);
    Files.writeString(block(2), Files.readString(block(2)).replace("\"hub\": 638", "\"hub\": 639"));
    chain.clock.advanceMinutes(10);
    assertRefusedAsBroken("last_hash.txt lags, and block 2 is not valid. SIGNATURE_INVALID");
    assertThat(block(2)).exists();
    assertThat(lastHash()).hasBinaryContent(last);
  }

  @Test
  void seal_whereTheBlocksAreGone_isRefused() throws IOException, SealException {
    chain.sealBlocks(1);
    Files.delete(block(1));
    assertRefusedAsBroken("last_hash.txt names a block, but there are none.");
  }

  private void assertRefusedAsBroken(String text) {
    assertThatThrownBy(() -> chain.sealer().seal(chain.source))
        .isInstanceOf(ChainBroken.class)
        .hasMessageContaining(text);
  }

  private void assertRefused(Class<? extends SealException> type, String text) throws IOException {
    int before = chain.directory.list().size();
    assertThatThrownBy(() -> chain.sealer().seal(chain.source))
        .isInstanceOf(type)
        .hasMessageContaining(text);
    assertIntact(before);
  }

  private void assertIntact(int blocks) throws IOException {
    assertThat(chain.directory.list().size()).isEqualTo(blocks);
    assertThat(chain.directory.list().hasNoGap()).isTrue();
    assertThat(chain.directory.list().unexpected()).isEmpty();
  }

  private Path block(long index) {
    return chain.directory.root().resolve("blocks").resolve(new BlockIndex(index).fileName());
  }

  private Path lastHash() {
    return chain.directory.root().resolve("last_hash.txt");
  }
}
