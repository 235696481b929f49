/**
 * The journals through which rooms hand their results on: durable, ordered, replayable logs with
 * one writer and many readers. The embedded form is RocksDB; whoever reads a journal sees only the
 * {@link dev.cairn.handover.Journal} interface and may stop and start again at any position.
 */
@NullMarked
package dev.cairn.handover;

import org.jspecify.annotations.NullMarked;
