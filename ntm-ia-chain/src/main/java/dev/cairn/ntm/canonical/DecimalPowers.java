package dev.cairn.ntm.canonical;

/** Powers of ten that a double holds exactly. */
final class DecimalPowers {

  /**
   * Any two decimals of so many significant digits have different doubles, and as integers they are
   * below 2^53.
   */
  static final int EXACT_DIGITS = 15;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private DecimalPowers() {}

  /** 10^k for k from 0 to 15. */
  static double of(int k) {
    return POWERS[k];
  }
}
