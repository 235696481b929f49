package dev.cairn.ntm.metrics;

import dev.cairn.ntm.canonical.PhpRound;

/**
 * What is measured at one moment. {@code pctIa} and {@code aiIndex} are fractions; they are kept as
 * a block stores them, with 12 and 2 decimals. Only figures with which every formula is defined can
 * be metrics: a sealer never sees others.
 *
 * @param hits AI hits since the beginning, 1 or more
 * @param pctIa share of AI bots, 0 to 1
 * @param aiIndex quality index, 0 to 1
 * @param uas active AI user agents, 1 or more
 * @param hub companies, 1 or more (the price divides by it)
 * @param respostas responses, 0 or more
 */
public record Metrics(long hits, double pctIa, double aiIndex, long uas, long hub, long respostas) {

  private static final int PCT_IA_DECIMALS = 12;
  private static final int AI_INDEX_DECIMALS = 2;

  public Metrics {
    requireAtLeast(1, hits, "hits");
    requireAtLeast(1, uas, "uas");
    requireAtLeast(1, hub, "hub");
    requireAtLeast(0, respostas, "respostas");
    requireFraction(pctIa, "pct_ia");
    requireFraction(aiIndex, "ai_index");
    pctIa = Derived.positiveZero(PhpRound.round(pctIa, PCT_IA_DECIMALS));
    aiIndex = Derived.positiveZero(PhpRound.round(aiIndex, AI_INDEX_DECIMALS));
  }

  private static void requireAtLeast(long least, long value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is at least " + least + ", not " + value + ".");
    }
  }

  private static void requireFraction(double value, String name) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " lies between 0 and 1; " + value + " does not.");
    }
  }
}
