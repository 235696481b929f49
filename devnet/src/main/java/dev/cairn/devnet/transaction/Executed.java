package dev.cairn.devnet.transaction;

import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.contract.Write;
import java.util.List;

/**
 * A transaction that has become part of a block.
 *
 * @param output bytes of its result
 * @param changes contract state to keep
 * @param gas that it used of its block's limit
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Executed(
    byte[] output, ContractState after, List<Write> changes, long gas, long nextTxId) {

  public Executed {
    changes = List.copyOf(changes);
  }
}
