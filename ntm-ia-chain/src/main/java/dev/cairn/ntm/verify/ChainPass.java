package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.checkpoint.Checkpoint;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.BlockListing;
import dev.cairn.ntm.store.BlockReader;
import dev.cairn.ntm.store.BlockReading;
import dev.cairn.ntm.store.ChainSource;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** One pass over what a listing names, from the start or from a checkpoint on. */
final class ChainPass {

  private final ChainSource source;
  private final BlockListing listing;
  private final Keyring keyring;
  private final SignatureScheme scheme;
  private final VerifySettings settings;
  private final ReportBuilder report;
  private final ChainWalk walk;

  ChainPass(
      ChainSource source,
      BlockListing listing,
      Keyring keyring,
      SignatureScheme scheme,
      VerifySettings settings) {
    this.source = source;
    this.listing = listing;
    this.keyring = keyring;
    this.scheme = scheme;
    this.settings = settings;
    this.report = new ReportBuilder(settings.now());
    this.walk = new ChainWalk(settings, report);
  }

  VerificationReport run(
      Optional<byte[]> lastHash, Resumption resumption, int threads, Progress progress)
      throws IOException {
    report.unexpectedFiles(listing);
    BlockIndex start = start(resumption);
    compareAnchorsBefore(start);
    long all = listing.from(start).count();
    try (ExaminerPool pool = new ExaminerPool(source, this::newExaminer, threads, all)) {
      pool.run(listing.from(start).iterator(), walk::block, done -> progress.checked(done, all));
    }
    walk.end(lastHash);
    return report.build();
  }

  private BlockExaminer newExaminer() {
    return new BlockExaminer(keyring, scheme, settings);
  }

  private BlockIndex start(Resumption resumption) throws IOException {
    if (resumption.checkpoint().isPresent()) {
      return resume(resumption.checkpoint().get(), resumption.whole());
    }
    if (settings.start().compareTo(BlockIndex.FIRST) > 0) {
      report.warning(
          Warning.Kind.NOT_CHECKED,
          "Blocks before " + settings.start() + " were not checked; the anchor stands for them.");
    }
    return settings.start();
  }

  /** Where to go on: behind the checkpoint's block if it still holds, else at the beginning. */
  private BlockIndex resume(Checkpoint checkpoint, boolean whole) throws IOException {
    Optional<ReadBlock.Examined> reached = reached(checkpoint);
    if (whole || reached.isEmpty()) {
      return BlockIndex.FIRST;
    }
    Optional<String> obstacle = obstacle(checkpoint);
    if (obstacle.isPresent()) {
      report.warning(
          Warning.Kind.CHECKPOINT_IGNORED,
          "The checkpoint " + obstacle.get() + "; the whole chain was checked.");
      return BlockIndex.FIRST;
    }
    report.warning(
        Warning.Kind.NOT_CHECKED,
        "Blocks before "
            + checkpoint.index()
            + " were valid at "
            + checkpoint.checkedAt()
            + " by the checkpoint; they were not read again.");
    walk.resume(reached.get(), checkpoint.index().value() - missingBefore(checkpoint.index()));
    return checkpoint.index().next();
  }

  /** Why this run would not have found what the checkpoint's run found. */
  private Optional<String> obstacle(Checkpoint checkpoint) {
    if (!checkpoint.keyringDigest().equals(keyring.digest())) {
      return Optional.of("was made with another keyring");
    }
    if (settings.now().isBefore(checkpoint.checkedAt())) {
      return Optional.of("was made later than now, at " + checkpoint.checkedAt());
    }
    return checkpoint.skew().compareTo(settings.skew()) > 0
        ? Optional.of("was made with a greater skew, " + checkpoint.skew().toSeconds() + " s")
        : Optional.empty();
  }

  private Optional<ReadBlock.Examined> reached(Checkpoint checkpoint) throws IOException {
    Optional<BlockHash> found = Optional.empty();
    if (listing.contains(checkpoint.index())) {
      try (BlockReader reader = source.newReader()) {
        BlockReading reading = reader.read(checkpoint.index());
        if (newExaminer().examine(checkpoint.index(), reading) instanceof ReadBlock.Examined block
            && block.hash().equals(Optional.of(checkpoint.hash()))) {
          return Optional.of(block);
        }
        found = hash(reading);
      }
    }
    report.failure(
        Optional.of(checkpoint.index()),
        Check.CHECKPOINT_MISMATCH,
        "At "
            + checkpoint.checkedAt()
            + " the chain had a block "
            + checkpoint.index()
            + " with the hash "
            + checkpoint.hash()
            + "; now "
            + found.map(hash -> "it has " + hash).orElse("there is none")
            + ".");
    return Optional.empty();
  }

  /** The listing shows without reading whether a file before the checkpoint is gone. */
  private long missingBefore(BlockIndex end) {
    long missing = 0;
    for (long gap = listing.nextMissing(1); gap < end.value(); ) {
      long present = listing.nextPresent(gap);
      report.missing(new BlockIndex(gap), new BlockIndex(present));
      missing += present - gap;
      gap = listing.nextMissing(present);
    }
    return missing;
  }

  /** Heads that were anchored before the start: their files at least must be those of then. */
  private void compareAnchorsBefore(BlockIndex start) throws IOException {
    try (BlockReader reader = source.newReader()) {
      for (BlockIndex index : settings.anchors().hashes().headMap(start, false).keySet()) {
        Set<BlockHash> anchored = settings.anchors().hashes().getOrDefault(index, Set.of());
        Optional<BlockHash> found =
            listing.contains(index) ? hash(reader.read(index)) : Optional.empty();
        for (BlockHash hash : anchored) {
          if (!found.equals(Optional.of(hash))) {
            report.failure(
                Optional.of(index),
                Check.ANCHOR_MISMATCH,
                "The anchored hash is "
                    + hash
                    + "; the file has "
                    + found.map(BlockHash::hex).orElse("none")
                    + ".");
          }
        }
      }
    }
  }

  private static Optional<BlockHash> hash(BlockReading reading) {
    return reading instanceof BlockReading.Read read
        ? Optional.of(read.file().hash())
        : Optional.empty();
  }
}
