/** Tables as contracts see them: who may touch them, and what rows must look like (4.8). */
@NullMarked
package dev.cairn.pact.table;

import org.jspecify.annotations.NullMarked;
