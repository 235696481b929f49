/**
 * Requests that wait for a batch or an event to get somewhere. A waiting request is an entry in a
 * bounded table, not a thread, and nothing polls.
 */
@NullMarked
package dev.cairn.proof.wait;

import org.jspecify.annotations.NullMarked;
