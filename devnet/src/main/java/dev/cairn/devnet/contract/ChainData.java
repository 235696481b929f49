package dev.cairn.devnet.contract;

import java.math.BigDecimal;

/**
 * What {@code chain-data} tells a running contract.
 *
 * @param blockHeight of the block being made
 * @param blockTimeMicros creation time of its parent
 * @param prevBlockHash hash of its parent
 * @param gasLimit in units of gas
 */
public record ChainData(
    String chainId,
    long blockHeight,
    long blockTimeMicros,
    String prevBlockHash,
    String sender,
    long gasLimit,
    BigDecimal gasPrice) {}
