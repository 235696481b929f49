/**
 * Benchmarks: JMH for single operations, load drivers for whole services. Their results stand in
 * docs/decisions beside the choices that they led to.
 */
@NullMarked
package dev.cairn.bench;

import org.jspecify.annotations.NullMarked;
