package dev.cairn.devnet.transaction;

import java.math.BigDecimal;

/** Limits and prices of gas on this network (reference/chainweb.md 6.1, 7.2). */
public final class GasSchedule {

  /** Most gas that one transaction may ask for; the node's default. */
  public static final long TRANSACTION_LIMIT = 150_000;

  /** Most gas that the transactions of one block may use. */
  public static final long BLOCK_LIMIT = 180_000;

  /** Least price of a unit. */
  public static final BigDecimal MINIMUM_PRICE = new BigDecimal("1e-8");

  /** Gas that buying gas may take, whatever the transaction's own limit is. */
  public static final long BUY_GAS_LIMIT = 1_500;

  private static final double GAS_PER_BYTE = 0.01;
  private static final double PENALTY_DIVISOR = 512;
  private static final int PENALTY_POWER = 7;

  private GasSchedule() {}

  /**
   * Gas for the size of a command, {@code ceil(0.01 n + (0.01 n / 512)^7)}.
   *
   * @param bytes length of the command text without its continuation proof
   */
  public static long forSize(int bytes) {
    double linear = bytes * GAS_PER_BYTE;
    return (long) Math.ceil(linear + Math.pow(linear / PENALTY_DIVISOR, PENALTY_POWER));
  }

  /** Gas for the size of a command. */
  static long forSizeOf(Command command) {
    int proof =
        command.payload() instanceof Payload.Cont cont
            ? cont.proof().map(String::length).orElse(0)
            : 0;
    return forSize(command.signed().cmd().size() - proof);
  }
}
