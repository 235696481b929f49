/**
 * From source text to syntax trees: tokens, expressions, declarations (reference section 1).
 * Nothing here knows what a name means.
 */
@NullMarked
package dev.cairn.pact.syntax;

import org.jspecify.annotations.NullMarked;
