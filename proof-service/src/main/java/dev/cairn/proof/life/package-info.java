/**
 * The life of a batch as values and rules: what the gateway said, what the ingestor said, and the
 * state that follows. No I/O and no clock.
 */
@NullMarked
package dev.cairn.proof.life;

import org.jspecify.annotations.NullMarked;
