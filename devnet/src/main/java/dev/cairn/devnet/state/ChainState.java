package dev.cairn.devnet.state;

import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.contract.ContractState;

/** A block and what its chain has become by it. */
public record ChainState(BlockHeader head, ContractState contracts, long nextTxId) {}
