package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.store.LastHash;
import java.util.Optional;

/**
 * The checks that compare a block with those before it. Blocks come in ascending order; of all that
 * passed only hashes and times of the newest are kept.
 */
final class ChainWalk {

  private final VerifySettings settings;
  private final ReportBuilder report;
  private final AnchorChecks anchors;

  private BlockIndex next;

  /** Hash of the newest block so far; the anchor before the first. Empty if too large to hash. */
  private Optional<BlockHash> head;

  /** Hash of the file before the newest one; empty if that file is missing. */
  private Optional<BlockHash> beforeHead = Optional.empty();

  private Optional<Timestamp> headTime = Optional.empty();
  private Optional<Timestamp> lastReadableTime = Optional.empty();
  private long blocks;

  ChainWalk(VerifySettings settings, ReportBuilder report) {
    this.settings = settings;
    this.report = report;
    this.anchors = new AnchorChecks(settings.anchors());
    this.next = settings.start();
    this.head = Optional.of(settings.anchor());
  }

  void block(ReadBlock read) {
    if (read instanceof ReadBlock.Examined examined) {
      block(examined.index(), examined.hash(), examined.block());
    } else if (read instanceof ReadBlock.Absent absent) {
      report.warning(
          Warning.Kind.UNEXPECTED_FILE,
          "What is listed as block " + absent.index() + " is " + absent.what() + ".");
    }
  }

  /**
   * Goes on behind a block that an earlier run had reached; that block itself was examined again,
   * and {@code before} counts it and those before it.
   */
  void resume(ReadBlock.Examined reached, long before) {
    ExaminedBlock block = reached.block();
    reached.hash().ifPresent(hash -> anchors.block(reached.index(), hash, block.findings()));
    report.block(reached.index(), block);
    beforeHead = block.previousHash().flatMap(BlockHash::parse);
    head = reached.hash();
    headTime = block.timestamp();
    lastReadableTime = block.timestamp();
    next = reached.index().next();
    blocks = before;
  }

  private void block(BlockIndex index, Optional<BlockHash> hash, ExaminedBlock block) {
    boolean gap = index.compareTo(next) > 0;
    if (gap) {
      report.missing(next, index);
    }
    Optional<BlockHash> previous = gap ? Optional.empty() : head;
    checkLink(index, previous, block);
    checkOrder(block);
    hash.ifPresent(known -> anchors.block(index, known, block.findings()));
    report.block(index, block);
    beforeHead = previous;
    head = hash;
    headTime = block.timestamp();
    lastReadableTime = block.timestamp().or(() -> lastReadableTime);
    next = index.next();
    blocks++;
  }

  private void checkLink(BlockIndex index, Optional<BlockHash> previous, ExaminedBlock block) {
    if (previous.isEmpty() || block.previousHash().isEmpty()) {
      return;
    }
    String declared = block.previousHash().get();
    if (declared.equals(previous.get().hex())) {
      return;
    }
    if (index.equals(BlockIndex.FIRST)) {
      block
          .findings()
          .add(
              Check.GENESIS_PREVIOUS_HASH,
              "previous_hash of block 1 is " + Quote.of(declared) + ", not 64 zeros.");
    } else {
      block
          .findings()
          .add(
              Check.PREVIOUS_HASH_MISMATCH,
              "previous_hash is "
                  + Quote.of(declared)
                  + "; the block before has the hash "
                  + previous.get()
                  + ".");
    }
  }

  private void checkOrder(ExaminedBlock block) {
    if (block.timestamp().isPresent()
        && lastReadableTime.isPresent()
        && block.timestamp().get().isBefore(lastReadableTime.get())) {
      block
          .findings()
          .add(
              Check.TIMESTAMP_ORDER,
              "timestamp "
                  + block.timestamp().get()
                  + " is earlier than "
                  + lastReadableTime.get()
                  + " before it.");
    }
  }

  /**
   * What can be said only at the end: the newest block's age, the anchors, {@code last_hash.txt}.
   */
  void end(Optional<byte[]> lastHashFile) {
    checkAge();
    anchors.end(next.value() - 1, report);
    Optional<BlockHash> lastHash = lastHashFile.flatMap(LastHash::read);
    checkLastHash(lastHashFile, lastHash);
    report.head(blocks, next.value() - 1, head.orElse(BlockHash.ZERO), lastHash);
  }

  private void checkAge() {
    if (settings.maxAge().isZero()) {
      report.warning(Warning.Kind.NOT_CHECKED, "The age of the newest block was not checked.");
    } else if (headTime.isPresent() && settings.now().isAfter(headTime.get(), settings.maxAge())) {
      report.failure(Failure.stale(next.value() - 1, headTime.get(), settings.now()));
    }
  }

  private void checkLastHash(Optional<byte[]> file, Optional<BlockHash> lastHash) {
    if (file.isEmpty()) {
      if (next.compareTo(BlockIndex.FIRST) > 0) {
        lastHashFails(Check.LAST_HASH_MISSING, "There is no last_hash.txt.");
      }
    } else if (lastHash.isEmpty()) {
      lastHashFails(Check.LAST_HASH_FORMAT, "last_hash.txt is not 64 lower-case hex digits.");
    } else if (lastHash.equals(beforeHead)) {
      lastHashFails(
          Check.LAST_HASH_LAGS, "last_hash.txt holds the hash of the newest block but one.");
    } else if (!lastHash.equals(head)) {
      lastHashFails(
          Check.LAST_HASH_MISMATCH,
          "last_hash.txt holds "
              + lastHash.get()
              + "; the newest block has "
              + head.map(BlockHash::hex).orElse("no hash, as it is too large")
              + ".");
    }
  }

  private void lastHashFails(Check check, String detail) {
    report.failure(Optional.empty(), check, detail);
  }
}
