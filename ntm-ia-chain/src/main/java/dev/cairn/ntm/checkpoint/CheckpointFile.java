package dev.cairn.ntm.checkpoint;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.canonical.PhpDecoder;
import dev.cairn.ntm.canonical.PhpEncoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import dev.cairn.ntm.store.DurableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A checkpoint on disk. It is as good as the place where it lies: who can write it can hide
 * everything before it, so it never lies in the chain's own directory.
 */
public final class CheckpointFile {

  /** A checkpoint has 300 bytes. */
  private static final int MAX_BYTES = 4096;

  private static final long VERSION = 1;

  private final Path file;

  /** A file that need not exist yet. */
  public CheckpointFile(Path file) {
    this.file = file;
  }

  /** Whether it lies below this directory, where the chain's writer could change it. */
  public boolean isBelow(Path directory) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder != null
        && Files.isDirectory(folder)
        && folder.toRealPath().startsWith(directory.toRealPath());
  }

  /** Empty if there is none yet; {@link IllegalArgumentException} if it is malformed. */
  public Optional<Checkpoint> read() throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("The checkpoint " + file + " is not a file.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(decode(in.readNBytes(MAX_BYTES + 1)));
    }
  }

  private Checkpoint decode(byte[] text) {
    try {
      if (text.length <= MAX_BYTES
          && PhpDecoder.decode(text).value() instanceof PhpMap map
          && integer(map, "checkpoint") == VERSION) {
        return new Checkpoint(
            new BlockIndex(integer(map, "index")),
            new BlockHash(text(map, "hash")),
            text(map, "keyring"),
            Timestamp.parse(text(map, "checked_at")).orElseThrow(this::malformed),
            Duration.ofSeconds(integer(map, "skew_seconds")));
      }
    } catch (PhpJsonException | IllegalArgumentException wrong) {
      throw malformed();
    }
    throw malformed();
  }

  private long integer(PhpMap map, String name) {
    if (map.members().get(name) instanceof PhpInteger integer) {
      return integer.value();
    }
    throw malformed();
  }

  private String text(PhpMap map, String name) {
    if (map.members().get(name) instanceof PhpText text) {
      return text.value();
    }
    throw malformed();
  }

  private IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "The checkpoint " + file + " is malformed; without it the whole chain is checked.");
  }

  /** Replaces the file as a whole: a reader sees the old one or the new one. */
  public void write(Checkpoint checkpoint, RandomGenerator random) throws IOException {
    DurableFile.replace(file, encode(checkpoint), random);
  }

  private static byte[] encode(Checkpoint checkpoint) {
    Map<String, PhpValue> members = new LinkedHashMap<>();
    members.put("checkpoint", new PhpInteger(VERSION));
    members.put("index", new PhpInteger(checkpoint.index().value()));
    members.put("hash", new PhpText(checkpoint.hash().hex()));
    members.put("keyring", new PhpText(checkpoint.keyringDigest()));
    members.put("checked_at", new PhpText(checkpoint.checkedAt().toString()));
    members.put("skew_seconds", new PhpInteger(checkpoint.skew().toSeconds()));
    try {
      return PhpEncoder.file(new PhpMap(members));
    } catch (PhpJsonException e) {
      throw new IllegalStateException("A checkpoint holds only ASCII and whole numbers.", e);
    }
  }
}
