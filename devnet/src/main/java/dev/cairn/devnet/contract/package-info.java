/**
 * What a chain needs of a contract language: run something on a state, get a new state and what
 * happened, store what was written and read it at any kept block. Nothing outside knows Pact's
 * evaluator.
 */
@NullMarked
package dev.cairn.devnet.contract;

import org.jspecify.annotations.NullMarked;
