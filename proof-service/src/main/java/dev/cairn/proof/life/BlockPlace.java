package dev.cairn.proof.life;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;

/** Where a block is: chain, height, hash. */
public record BlockPlace(ChainId chain, BlockHeight height, Hash hash) {}
