package dev.cairn.ntm.seal;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.seal.SealException.ChainBroken;
import dev.cairn.ntm.store.BlockFile;
import dev.cairn.ntm.store.BlockListing;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.store.ChainWriter;
import dev.cairn.ntm.store.LastHash;
import dev.cairn.ntm.verify.BlockVerdict;
import dev.cairn.ntm.verify.BlockVerifier;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds the end of the chain and mends what a crash left. It runs before each seal, crash or not,
 * under the lock. A published block is never deleted or rewritten.
 */
final class Recovery {

  private final ChainDirectory directory;
  private final ChainWriter writer;
  private final BlockVerifier verifier;

  Recovery(ChainDirectory directory, ChainWriter writer, BlockVerifier verifier) {
    this.directory = directory;
    this.writer = writer;
    this.verifier = verifier;
  }

  ChainHead run(Timestamp now) throws IOException, ChainBroken {
    writer.removeTemporaries();
    BlockListing listing = directory.list();
    if (!listing.hasNoGap()) {
      throw new ChainBroken("The chain is broken: a block below the newest one is missing.");
    }
    Optional<byte[]> lastHashFile = directory.readLastHash();
    Optional<BlockHash> lastHash = lastHashFile.flatMap(LastHash::read);
    if (lastHashFile.isPresent() && lastHash.isEmpty()) {
      throw new ChainBroken("last_hash.txt is not 64 lower-case hex digits.");
    }
    return listing.highest().isPresent()
        ? afterBlock(listing.highest().get(), lastHash, now)
        : emptyChain(lastHash);
  }

  private static ChainHead emptyChain(Optional<BlockHash> lastHash) throws ChainBroken {
    if (lastHash.isPresent() && !lastHash.get().equals(BlockHash.ZERO)) {
      throw new ChainBroken("last_hash.txt names a block, but there are none.");
    }
    return new ChainHead(BlockIndex.FIRST, BlockHash.ZERO, Optional.empty(), false);
  }

  private ChainHead afterBlock(BlockIndex newest, Optional<BlockHash> lastHash, Timestamp now)
      throws IOException, ChainBroken {
    BlockFile file = directory.read(newest);
    BlockHash previous = hashBefore(newest);
    BlockVerdict verdict = verifier.verify(newest, file, previous, now);
    boolean lags = !lastHash.equals(Optional.of(file.hash()));
    if (!verdict.isLinked()) {
      throw new ChainBroken(
          "The newest block, " + newest + ", does not belong there. " + verdict.describe());
    }
    if (lags) {
      requireCrash(newest, lastHash, previous, verdict);
      writer.replaceLastHash(file.hash());
    }
    Timestamp time =
        verdict
            .timestamp()
            .orElseThrow(
                () -> new ChainBroken("The newest block, " + newest + ", has no readable time."));
    return new ChainHead(newest.next(), file.hash(), Optional.of(time), lags);
  }

  private BlockHash hashBefore(BlockIndex index) throws IOException {
    return index.equals(BlockIndex.FIRST)
        ? BlockHash.ZERO
        : directory.read(new BlockIndex(index.value() - 1)).hash();
  }

  /** Between its two writes a sealer leaves a good newest block and the hash of the one before. */
  private static void requireCrash(
      BlockIndex newest, Optional<BlockHash> lastHash, BlockHash previous, BlockVerdict verdict)
      throws ChainBroken {
    if (lastHash.isEmpty() && newest.compareTo(BlockIndex.FIRST) > 0) {
      throw new ChainBroken("last_hash.txt is missing although there are " + newest + " blocks.");
    }
    if (!lastHash.orElse(BlockHash.ZERO).equals(previous)) {
      throw new ChainBroken(
          "last_hash.txt is the hash neither of the newest block, "
              + newest
              + ", nor of the one before it.");
    }
    if (!verdict.isValid()) {
      throw new ChainBroken(
          "last_hash.txt lags, and block " + newest + " is not valid. " + verdict.describe());
    }
  }
}
