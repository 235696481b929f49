package dev.cairn.ntm.metrics;

import dev.cairn.ntm.canonical.PhpRound;

/**
 * The figures computed from metrics, unrounded.
 *
 * <pre>
 * np         = ((pct_ia + ai_index) * hits / uas) + respostas
 * original   = (hub * 394.50) / (hits / 100)
 * ntm_ia     = np / original
 * supply     = hits / uas
 * market_cap = supply * ntm_ia
 * </pre>
 */
public record Derived(
    double np, double ntmOriginalPrice, double ntmIaPrice, double supply, double marketCap) {

  private static final double EURO_PER_COMPANY = 394.50;
  private static final int PRICE_DECIMALS = 2;
  private static final int SUPPLY_DECIMALS = 5;

  /** Computes without looking at ranges: with uas, hits or hub 0 the result is not finite. */
  public static Derived of(
      long hits, double pctIa, double aiIndex, long uas, long hub, long respostas) {
    double np = ((pctIa + aiIndex) * hits / uas) + respostas;
    double original = (hub * EURO_PER_COMPANY) / (hits / 100.0);
    double ntmIa = np / original;
    double supply = (double) hits / uas;
    return new Derived(np, original, ntmIa, supply, supply * ntmIa);
  }

  public static Derived of(Metrics metrics) {
    return of(
        metrics.hits(),
        metrics.pctIa(),
        metrics.aiIndex(),
        metrics.uas(),
        metrics.hub(),
        metrics.respostas());
  }

  /** The figures as a block stores them. */
  public Derived rounded() {
    return new Derived(
        stored(np, PRICE_DECIMALS),
        stored(ntmOriginalPrice, PRICE_DECIMALS),
        stored(ntmIaPrice, PRICE_DECIMALS),
        stored(supply, SUPPLY_DECIMALS),
        stored(marketCap, PRICE_DECIMALS));
  }

  private static double stored(double value, int decimals) {
    return positiveZero(PhpRound.round(value, decimals));
  }

  /** PHP writes -0.0 as {@code -0} and reads that as the integer 0: a seal over it never holds. */
  static double positiveZero(double value) {
    return value == 0 ? 0.0 : value;
  }
}
