package dev.cairn.ingestor;

import java.math.BigDecimal;

/**
 * What a transaction may cost.
 *
 * @param price in coins per unit of gas
 * @param base units for a transaction without batches: buying gas, size, the call
 * @param perBatch units for each batch in it
 */
public record GasSettings(BigDecimal price, long base, long perBatch) {

  /** The least price that nodes take (chainweb.md §6.1). */
  public static final BigDecimal LEAST_PRICE = new BigDecimal("0.00000001");

  /** The most that a mempool takes for one transaction (chainweb.md §6.1). */
  public static final long MOST_GAS = 150_000;

  /**
   * Several times what recording costs (one batch 165 units on the devnet): what is not used is not
   * paid, and too little loses the transaction.
   */
  public static final GasSettings DEFAULT = new GasSettings(LEAST_PRICE, 2_000, 1_000);

  public GasSettings {
    if (price.compareTo(LEAST_PRICE) < 0) {
      throw new IllegalArgumentException(
          "Nodes take no gas price below "
              + LEAST_PRICE.toPlainString()
              + ", so not "
              + price
              + ".");
    }
    if (base < 1 || perBatch < 1) {
      throw new IllegalArgumentException("Gas limits are above zero.");
    }
  }

  long limitFor(int batches) {
    return Math.min(MOST_GAS, base + perBatch * batches);
  }
}
