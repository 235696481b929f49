/**
 * Code with its names resolved, as trees that evaluate themselves. Each kind of term is a record,
 * so that hashing a module can read what evaluating it runs.
 */
@NullMarked
package dev.cairn.pact.term;

import org.jspecify.annotations.NullMarked;
