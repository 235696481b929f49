/**
 * Evidence: everything that shows that a signed event was anchored in a block, in one JSON text. It
 * is made by a proof service and checked by {@code verify}, with a trust file and nothing else.
 */
@NullMarked
package dev.cairn.evidence;

import org.jspecify.annotations.NullMarked;
