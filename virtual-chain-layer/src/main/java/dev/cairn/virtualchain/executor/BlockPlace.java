package dev.cairn.virtualchain.executor;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.Hash;

/**
 * The block that a node says a transaction is in (chainweb.md §6.1, poll: {@code metaData}). Holds
 * for the branch that was winning when the node answered.
 */
public record BlockPlace(BlockHeight height, Hash blockHash, BlockTime time, Hash parent) {}
