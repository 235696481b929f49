/**
 * The offline verifier: bytes of evidence and a trust file in, a report of named steps out. Nothing
 * is fetched, and no verdict is remembered.
 */
@NullMarked
package dev.cairn.evidence.verify;

import org.jspecify.annotations.NullMarked;
