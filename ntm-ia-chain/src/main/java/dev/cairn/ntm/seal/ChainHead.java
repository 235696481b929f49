package dev.cairn.ntm.seal;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import java.util.Optional;

/**
 * Where the next block goes.
 *
 * @param next its index
 * @param previous the hash that it must carry
 * @param newest time of the block before it; empty for the first block
 * @param recovered whether {@code last_hash.txt} had to be mended
 */
record ChainHead(
    BlockIndex next, BlockHash previous, Optional<Timestamp> newest, boolean recovered) {}
