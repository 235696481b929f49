package dev.cairn.devnet.mining;

import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.store.MinedBlock;

/** A block that has been made and not been stored, and its chain's contracts behind it. */
record Made(MinedBlock block, ContractState after) {

  BlockHeader header() {
    return block.block().header();
  }

  /** The same block under a header with another nonce or time. */
  Made with(BlockHeader solved) {
    Block same = new Block(solved, block.block().payload());
    return new Made(
        new MinedBlock(same, block.requestKeys(), block.rows(), block.nextTxId(), block.parent()),
        after);
  }
}
