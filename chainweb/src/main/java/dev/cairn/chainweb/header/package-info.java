/**
 * Block headers: their codecs, hash, proof of work and the rules that link a header to its parents.
 * The same rules check a received header and build the next one.
 */
@NullMarked
package dev.cairn.chainweb.header;

import org.jspecify.annotations.NullMarked;
