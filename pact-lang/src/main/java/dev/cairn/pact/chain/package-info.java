/**
 * The evaluator as a chain uses it: one call runs code or continues a defpact on the state of a
 * chain and gives the next state and the result, in values and in the chain's JSON.
 */
@NullMarked
package dev.cairn.pact.chain;

import org.jspecify.annotations.NullMarked;
