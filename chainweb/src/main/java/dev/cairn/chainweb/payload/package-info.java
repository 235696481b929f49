/**
 * Block payloads: transactions, outputs and the three hashes over them. The bytes are what is
 * hashed, so they are kept as received and never re-serialized.
 */
@NullMarked
package dev.cairn.chainweb.payload;

import org.jspecify.annotations.NullMarked;
