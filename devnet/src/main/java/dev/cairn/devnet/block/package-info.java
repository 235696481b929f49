/**
 * Blocks and the web that they form: a block is a header with its payload, the frontier is the
 * newest block of every chain. Nothing here knows how a block was mined.
 */
@NullMarked
package dev.cairn.devnet.block;

import org.jspecify.annotations.NullMarked;
