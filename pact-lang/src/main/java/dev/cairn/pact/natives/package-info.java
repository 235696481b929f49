/**
 * Natives that need nothing but their arguments, and the shape that all natives share. Natives that
 * touch tables, capabilities or the transaction live with the evaluator.
 */
@NullMarked
package dev.cairn.pact.natives;

import org.jspecify.annotations.NullMarked;
