package dev.cairn.devnet.transaction;

import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.json.JsonText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Who pays for a transaction, how much, and when it is valid (reference/chainweb.md 7.1).
 *
 * @param chainId as written; may be no number
 * @param gasLimit in units of gas
 * @param gasPrice in coins for a unit
 * @param ttl seconds from the creation time on
 * @param creationTime seconds since 1970
 */
public record Meta(
    String chainId,
    String sender,
    BigDecimal gasLimit,
    BigDecimal gasPrice,
    long ttl,
    long creationTime) {

  /** Above any gas limit or price, and far below what a counter of milligas holds. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

  /** Coins have twelve places. */
  static final int COIN_PLACES = 12;

  public Meta {
    if (gasLimit.signum() < 0 || gasPrice.signum() < 0) {
      throw new IllegalArgumentException("Gas limit and price are not negative.");
    }
  }

  static Meta read(JsonShape meta) {
    return new Meta(
        meta.member("chainId").text(),
        meta.member("sender").text(),
        natural(meta.member("gasLimit")),
        natural(meta.member("gasPrice")),
        whole(meta.member("ttl")),
        whole(meta.member("creationTime")));
  }

  private static BigDecimal natural(JsonShape amount) {
    BigDecimal value = amount.number();
    if (value.signum() < 0 || value.compareTo(MOST) > 0) {
      throw amount.problem("parsing failed, expected a number from 0 to " + MOST);
    }
    return value;
  }

  // A node takes 1000.5 and cuts it.
  private static long whole(JsonShape seconds) {
    BigDecimal value = seconds.number();
    if (value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000)) > 0) {
      throw seconds.problem("parsing Int64 failed, value is out of range");
    }
    return value.setScale(0, RoundingMode.DOWN).longValueExact();
  }

  /** The limit in whole units of gas. */
  public long gasUnits() {
    return gasLimit.setScale(0, RoundingMode.DOWN).longValueExact();
  }

  /** Price of an amount of gas, rounded as a node does. */
  public BigDecimal price(long gas) {
    return gasPrice.multiply(BigDecimal.valueOf(gas)).setScale(COIN_PLACES, RoundingMode.HALF_EVEN);
  }

  /** The member {@code publicMeta} of local results. */
  String json() {
    return "{\"chainId\":"
        + JsonText.quote(chainId)
        + ",\"creationTime\":"
        + creationTime
        + ",\"gasLimit\":"
        + JsonText.number(gasLimit)
        + ",\"gasPrice\":"
        + JsonText.number(gasPrice)
        + ",\"sender\":"
        + JsonText.quote(sender)
        + ",\"ttl\":"
        + ttl
        + "}";
  }
}
