/**
 * The JWS compact serialization (RFC 7515 §7.1), split and joined, and the flat JSON objects inside
 * it. Strict: one text has one meaning, and one meaning of bytes has one text.
 */
@NullMarked
package dev.cairn.evidence.jws;

import org.jspecify.annotations.NullMarked;
