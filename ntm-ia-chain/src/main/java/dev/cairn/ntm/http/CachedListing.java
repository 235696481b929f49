package dev.cairn.ntm.http;

import dev.cairn.ntm.store.BlockListing;
import dev.cairn.ntm.store.ChainDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The names in {@code blocks/}, read again only after the directory changed. For any thread. */
final class CachedListing {

  /** File systems tell times by ticks: within one, a change may leave the time as it is. */
  private static final Duration TICK = Duration.ofSeconds(2);

  private final ChainDirectory directory;
  private final Clock clock;

  /** Guarded by this, and so is the reading: a crowd that asks at once makes one listing. */
  private @Nullable Listed last;

  CachedListing(ChainDirectory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  private record Listed(FileTime changed, BlockListing listing) {}

  synchronized BlockListing read() throws IOException {
    FileTime changed = changed();
    if (last != null && last.changed().equals(changed)) {
      return last.listing();
    }
    BlockListing listing = directory.list();
    boolean settled = changed.toInstant().isBefore(clock.instant().minus(TICK));
    last = settled ? new Listed(changed, listing) : null;
    return listing;
  }

  private FileTime changed() throws IOException {
    try {
      return Files.getLastModifiedTime(directory.blocks());
    } catch (NoSuchFileException noBlocksYet) {
      return FileTime.fromMillis(0);
    }
  }
}
