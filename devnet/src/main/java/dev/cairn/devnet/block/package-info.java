/**
 * Blocks and the web that they form: a block is a header with its payload, a round is one block on
 * every chain, the frontier is the newest round. Nothing here knows how a block was mined.
 */
@NullMarked
package dev.cairn.devnet.block;

import org.jspecify.annotations.NullMarked;
