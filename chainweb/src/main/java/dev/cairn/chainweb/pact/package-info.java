/**
 * Pact commands and results as they travel and as they are hashed: text and bytes are kept as
 * received. Keys and signatures come in through two small interfaces.
 */
@NullMarked
package dev.cairn.chainweb.pact;

import org.jspecify.annotations.NullMarked;
