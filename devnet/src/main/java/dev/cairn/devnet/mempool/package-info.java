/**
 * Transactions that wait for a block: what is let in, in which order they leave, and which ones
 * have proved impossible.
 */
@NullMarked
package dev.cairn.devnet.mempool;

import org.jspecify.annotations.NullMarked;
