/**
 * The language's own test tool: files of expressions with expectations, transactions and an
 * environment that they set themselves (reference section 6).
 */
@NullMarked
package dev.cairn.pact.repl;

import org.jspecify.annotations.NullMarked;
