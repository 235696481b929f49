/**
 * The HTTP operations of the proof service, one class each, and what they share: reading requests,
 * waiting without a thread, and answers that clients may keep.
 */
@NullMarked
package dev.cairn.proof.endpoint;

import org.jspecify.annotations.NullMarked;
