package dev.cairn.virtualchain.executor;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;

/**
 * A new block that a node told about. A hint to look, not a fact: the block may be an orphan, and
 * blocks may be left out while a watch reconnects.
 */
public record ChainHead(ChainId chain, BlockHeight height, Hash hash) {}
