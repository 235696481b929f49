/**
 * JSON that has one spelling per meaning, apart from white space between tokens. Evidence is read
 * with it, so that no byte of a file can change unnoticed.
 */
@NullMarked
package dev.cairn.evidence.json;

import org.jspecify.annotations.NullMarked;
