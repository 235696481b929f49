/**
 * The figures that a block records and those computed from them. The formulas are IEEE doubles,
 * left to right as the protocol writes them.
 */
@NullMarked
package dev.cairn.ntm.metrics;

import org.jspecify.annotations.NullMarked;
