/**
 * What a chain needs of a contract language: run something on a state, get a new state and what
 * happened. One class behind it knows Pact's evaluator; everything else of the network does not.
 */
@NullMarked
package dev.cairn.devnet.contract;

import org.jspecify.annotations.NullMarked;
