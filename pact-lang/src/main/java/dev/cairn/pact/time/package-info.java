/**
 * Points in time as text, by the strftime-like patterns of {@code format-time} and {@code
 * parse-time} (reference section 2.2). Everything is UTC and the proleptic Gregorian calendar.
 */
@NullMarked
package dev.cairn.pact.time;

import org.jspecify.annotations.NullMarked;
