/**
 * Sealing by the clock: when the next block is due, and what is done when it can't be sealed. Time
 * and threads are passed in.
 */
@NullMarked
package dev.cairn.ntm.schedule;

import org.jspecify.annotations.NullMarked;
