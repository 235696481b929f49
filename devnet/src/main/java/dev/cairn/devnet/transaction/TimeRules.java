package dev.cairn.devnet.transaction;

import dev.cairn.chainweb.BlockTime;

/** When a transaction may be part of a block (reference/chainweb.md 7.2). */
public final class TimeRules {

  /** Longest life of a transaction: two days. */
  public static final long MAX_TTL_SECONDS = 172_800;

  /** How much younger than its block's parent a transaction may be. */
  private static final long LEEWAY_SECONDS = 95;

  private static final long MICROS = 1_000_000;

  private TimeRules() {}

  /** Whether the parent's time is past the life of the transaction, or its times make no sense. */
  public static boolean isOver(Meta meta, BlockTime parent) {
    return meta.ttl() <= 0
        || meta.ttl() > MAX_TTL_SECONDS
        || meta.creationTime() < 0
        || (meta.creationTime() + meta.ttl()) * MICROS <= parent.micros();
  }

  /** Whether the transaction has to wait for a younger parent. */
  public static boolean isEarly(Meta meta, BlockTime parent) {
    return meta.creationTime() * MICROS > parent.micros() + LEEWAY_SECONDS * MICROS;
  }
}
