package dev.cairn.ntm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ntm.Shell;
import dev.cairn.ntm.block.BlockIndex;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader that opens without a look finds what the careful one finds. */
class BulkReaderTest {

  private static final BlockIndex INDEX = new BlockIndex(7);

  @TempDir Path blocks;

  private final Caution caution = new Caution();
  private BlockReader reader;

  @BeforeEach
  void open() throws IOException {
    reader = BulkReader.open(blocks, caution);
    assertThat(reader).isInstanceOf(BulkReader.class);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_250, 8_191, 8_192, 8_193, 262_144, 262_145, 300_000})
  void aFileOfAnySize_isReadAsItIs(int size) throws IOException {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    Files.write(file(), content);
    assertSameAsCareful();
    assertThat(reader.read(INDEX))
        .isInstanceOfSatisfying(
            BlockReading.Read.class,
            read -> assertThat(read.file().hash()).isEqualTo(BlockFile.of(content).hash()));
  }

  @Test
  void aSparseGigabyte_isTooLarge() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    assertThat(reader.read(INDEX)).isEqualTo(new BlockReading.TooLarge(1L << 30));
  }

  @Test
  void nothing_isGone() throws IOException {
    assertThat(reader.read(INDEX)).isEqualTo(new BlockReading.NoFile("gone again"));
  }

  @Test
  void aFolderOrALink_isNoFile() throws IOException {
    Files.createDirectory(file());
    assertThat(reader.read(INDEX)).isEqualTo(new BlockReading.NoFile("a folder"));
    Files.delete(file());
    Path target = Files.writeString(blocks.resolve("target"), "{}");
    Files.createSymbolicLink(file(), target);
    assertThat(reader.read(INDEX)).isEqualTo(new BlockReading.NoFile("a symbolic link"));
    Files.delete(file());
    Files.createSymbolicLink(file(), Path.of("/dev/zero"));
    assertThat(reader.read(INDEX)).isEqualTo(new BlockReading.NoFile("a symbolic link"));
  }

  @Test
  void aPipeWithABlockInIt_isNoFileAllTheSame() throws IOException {
    makePipe();
    try (RandomAccessFile writer = new RandomAccessFile(file().toFile(), "rw")) {
      writer.writeBytes("{}");
      assertThat(reader.read(INDEX)).isEqualTo(new BlockReading.NoFile("a pipe or device"));
      reader.checkProgress();
      assertThat(caution.isAdvised()).isFalse();
    }
  }

  @Test
  void aPipeWithoutWriter_isNoticedFromOutside() throws Exception {
    makePipe();
    CompletableFuture<BlockReading> stuck =
        CompletableFuture.supplyAsync(this::read, work -> new Thread(work).start());
    assertThatThrownBy(
            () -> {
              while (!stuck.isDone()) {
                reader.checkProgress();
                Thread.onSpinWait();
              }
            })
        .isInstanceOf(StuckReadException.class)
        .hasMessageContaining(INDEX.fileName());
    assertThat(BulkReader.open(blocks, caution).read(INDEX))
        .isEqualTo(new BlockReading.NoFile("a pipe or device"));
    try (RandomAccessFile writer = new RandomAccessFile(file().toFile(), "rw")) {
      assertThat(writer.getFD().valid()).isTrue(); // opened, so the reader's opening returns
      assertThat(stuck.get(10, TimeUnit.SECONDS))
          .isEqualTo(new BlockReading.NoFile("a pipe or device"));
    }
  }

  @Test
  void slowProgress_isNoReasonForCaution() throws IOException {
    Files.writeString(file(), "{}");
    reader.checkProgress();
    reader.read(INDEX);
    reader.checkProgress();
    assertThat(caution.isAdvised()).isFalse();
  }

  private void assertSameAsCareful() throws IOException {
    BlockFile found = ((BlockReading.Read) reader.read(INDEX)).file();
    BlockFile expected = ((BlockReading.Read) new DirectoryReader(blocks).read(INDEX)).file();
    assertThat(found.hash()).isEqualTo(expected.hash());
    assertThat(text(found.bytes())).isEqualTo(text(expected.bytes()));
  }

  private static String text(Optional<byte[]> bytes) {
    return bytes.map(Arrays::toString).orElse("none");
  }

  private void makePipe() throws IOException {
    Shell.in(blocks, "mkfifo").run("mkfifo " + INDEX.fileName());
  }

  private BlockReading read() {
    try {
      return reader.read(INDEX);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path file() {
    return blocks.resolve(INDEX.fileName());
  }
}
