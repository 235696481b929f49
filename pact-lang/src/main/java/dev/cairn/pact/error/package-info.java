/**
 * Failures of Pact programs. Every failure that a program can cause is a {@link
 * dev.cairn.pact.error.PactException}; anything else that escapes the evaluator is a defect.
 */
@NullMarked
package dev.cairn.pact.error;

import org.jspecify.annotations.NullMarked;
