/**
 * The values of Pact: what can be stored, returned and written as JSON, and the names inside them.
 * Every value is immutable and bounded in depth and weight when it is made, so code that walks one
 * needs no guard of its own.
 */
@NullMarked
package dev.cairn.pact.value;

import org.jspecify.annotations.NullMarked;
