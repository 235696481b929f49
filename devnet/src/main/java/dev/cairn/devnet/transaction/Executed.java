package dev.cairn.devnet.transaction;

import dev.cairn.devnet.contract.ContractState;

/**
 * A transaction that has become part of a block.
 *
 * @param output bytes of its result
 * @param gas that it used of its block's limit
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Executed(byte[] output, ContractState after, long gas, long nextTxId) {}
