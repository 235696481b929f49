package dev.cairn.virtualchain.coordinator;

import dev.cairn.chainweb.pact.CommandSigner;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * Who pays for and signs a call on every chain.
 *
 * @param account the gas payer, on every chain
 * @param signers keys of the account and of what the call needs; their signatures are not scoped
 * @param gasLimit for each transaction
 * @param gasPrice in coins per unit
 * @param timeToLive how long a transaction may wait for its block
 */
public record Payer(
    String account,
    List<CommandSigner> signers,
    long gasLimit,
    BigDecimal gasPrice,
    Duration timeToLive) {

  /** A module of 200 lines costs some 10,000; mempools take up to 150,000 (chainweb.md §6.1). */
  public static final long GAS_LIMIT = 100_000;

  /** The least price that nodes take (chainweb.md §6.1). */
  public static final BigDecimal GAS_PRICE = new BigDecimal("0.00000001");

  /** Twenty blocks at the usual delay of 30 s. */
  public static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);

  public Payer {
    signers = List.copyOf(signers);
    if (signers.isEmpty()) {
      throw new IllegalArgumentException("A transaction needs at least one signer.");
    }
  }

  public static Payer of(String account, CommandSigner... signers) {
    return new Payer(account, List.of(signers), GAS_LIMIT, GAS_PRICE, TIME_TO_LIVE);
  }
}
