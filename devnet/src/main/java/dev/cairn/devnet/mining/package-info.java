/**
 * When blocks are made and how: one thread mines a block on every chain at once, as soon as a
 * transaction waits, or at the times that the settings give.
 */
@NullMarked
package dev.cairn.devnet.mining;

import org.jspecify.annotations.NullMarked;
