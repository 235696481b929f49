/**
 * Sample evidence, made without a network: signed events, a batch, a transaction, a small chain
 * web. Other modules' tests and the benchmarks use it through the test-jar of this module.
 */
@NullMarked
package dev.cairn.evidence.sample;

import org.jspecify.annotations.NullMarked;
