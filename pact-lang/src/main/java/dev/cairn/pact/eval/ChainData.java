package dev.cairn.pact.eval;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PTime;
import java.util.Map;

/**
 * What a program can learn about the chain and the transaction that runs it.
 *
 * @param blockTimeMicros creation time of the parent block, microseconds since 1970
 */
public record ChainData(
    String chainId,
    long blockHeight,
    long blockTimeMicros,
    String previousBlockHash,
    String sender,
    long gasLimit,
    Decimal gasPrice) {

  /** Before any block. */
  public static final ChainData NONE = new ChainData("", 0, 0, "", "", 0, Decimal.ZERO);

  /** The answer of the native {@code chain-data}. */
  public PObject toObject() {
    return PObject.of(
        Map.of(
            "chain-id", new PString(chainId),
            "block-height", PInteger.of(blockHeight),
            "block-time", new PTime(blockTimeMicros),
            "prev-block-hash", new PString(previousBlockHash),
            "sender", new PString(sender),
            "gas-limit", PInteger.of(gasLimit),
            "gas-price", new PDecimal(gasPrice)));
  }
}
