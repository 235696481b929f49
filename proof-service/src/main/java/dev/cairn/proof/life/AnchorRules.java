package dev.cairn.proof.life;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.proof.life.AnchorStanding.Mining;
import dev.cairn.proof.life.AnchorStanding.Setback;
import dev.cairn.proof.life.AnchorStanding.Submission;

/**
 * What an entry of the ingestor's journal makes of a standing. The journal is ordered, so its last
 * word holds; an entry that repeats what is known, or less, changes nothing. Hence applying a
 * journal twice, or a journal with repeats, gives the same standing.
 */
public final class AnchorRules {
  private AnchorRules() {}

  /** The standing after the entry; the same object if nothing changed. */
  public static AnchorStanding apply(AnchorStanding before, AnchorEntry entry) {
    if (entry instanceof AnchorEntry.Submitted submitted) {
      return submitted(before, submitted);
    }
    if (entry instanceof AnchorEntry.Mined mined) {
      return mined(before, mined);
    }
    if (entry instanceof AnchorEntry.Final ended) {
      return ended(before, ended);
    }
    return returned(before, (AnchorEntry.Returned) entry);
  }

  // A new attempt means that what was known of the batch's block no longer holds.
  private static AnchorStanding submitted(AnchorStanding before, AnchorEntry.Submitted entry) {
    Submission known = before.submission();
    if (known != null
        && known.requestKey().equals(entry.requestKey())
        && known.attempt() >= entry.attempt()) {
      return before;
    }
    Submission now = new Submission(entry.requestKey(), entry.attempt(), entry.atMillis());
    return new AnchorStanding(now, null, before.setbacks(), before.setback());
  }

  private static AnchorStanding mined(AnchorStanding before, AnchorEntry.Mined entry) {
    BlockPlace block = place(entry.chainId(), entry.height(), entry.blockHash());
    Mining mining = before.mining();
    if (mining != null && mining.sameAs(entry.requestKey(), block)) {
      return before;
    }
    return withMining(before, new Mining(entry.requestKey(), block, entry.atMillis(), null));
  }

  private static AnchorStanding ended(AnchorStanding before, AnchorEntry.Final entry) {
    BlockPlace block = place(entry.chainId(), entry.height(), entry.blockHash());
    Mining mining = before.mining();
    boolean same = mining != null && mining.sameAs(entry.requestKey(), block);
    if (same && before.isFinal()) {
      return before;
    }
    long minedAt = same ? mining.atMillis() : entry.atMillis();
    return withMining(before, new Mining(entry.requestKey(), block, minedAt, entry.atMillis()));
  }

  private static AnchorStanding returned(AnchorStanding before, AnchorEntry.Returned entry) {
    Setback setback = new Setback(entry.reason(), entry.atMillis());
    boolean nothingToTakeBack = before.submission() == null && before.mining() == null;
    if (nothingToTakeBack && setback.equals(before.setback())) {
      return before;
    }
    return new AnchorStanding(null, null, before.setbacks() + 1, setback);
  }

  private static AnchorStanding withMining(AnchorStanding before, Mining mining) {
    return new AnchorStanding(before.submission(), mining, before.setbacks(), before.setback());
  }

  private static BlockPlace place(int chain, long height, String hash) {
    return new BlockPlace(new ChainId(chain), new BlockHeight(height), Hash.parse(hash));
  }
}
