/**
 * A static check of modules for the REPL. It reports what contradicts itself on every run: wherever
 * a type is written, or follows from literals, schemas, tables and natives, values of other types
 * must not go there. What has no type by these rules is not checked, so nothing valid is refused.
 */
@NullMarked
package dev.cairn.pact.typecheck;

import org.jspecify.annotations.NullMarked;
