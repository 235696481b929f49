/**
 * Which lines of contracts their tests reach. Terms count themselves while they run; the counts are
 * written in the LCOV form, which editors and build servers read.
 */
@NullMarked
package dev.cairn.pact.coverage;

import org.jspecify.annotations.NullMarked;
