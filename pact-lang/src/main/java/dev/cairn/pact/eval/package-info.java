/**
 * Evaluation in direct style: the state of a transaction, what a term sees of it, and calls of
 * closures (reference section 4.1). Each part of the state is a class of its own.
 */
@NullMarked
package dev.cairn.pact.eval;

import org.jspecify.annotations.NullMarked;
