/**
 * Decimal numbers as Pact computes with them (reference section 2.1): exact with 0 to 255 places,
 * and the transcendental functions correctly rounded to 53 bits.
 */
@NullMarked
package dev.cairn.pact.decimal;

import org.jspecify.annotations.NullMarked;
