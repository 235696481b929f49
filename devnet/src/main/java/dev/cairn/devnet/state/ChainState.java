package dev.cairn.devnet.state;

import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.store.Lineage;

/**
 * A block and what its chain has become by it.
 *
 * @param nextTxId the first transaction id that its branch has not used
 * @param lineage versions of rows that the block sees
 */
public record ChainState(
    BlockHeader head, ContractState contracts, long nextTxId, Lineage lineage) {}
