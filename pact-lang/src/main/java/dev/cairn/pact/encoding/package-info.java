/**
 * Values as bytes and as text (reference sections 2.7 and 3): stable JSON, from which hashes and
 * results are made, request JSON, the CBOR of stored rows, and the texts of {@code show} and the
 * REPL. Writers trust the bounds of values; readers have their own.
 */
@NullMarked
package dev.cairn.pact.encoding;

import org.jspecify.annotations.NullMarked;
