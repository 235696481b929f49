/**
 * What the anchor contract says on the chain: the ANCHORED event of the transaction's output. It is
 * the only place from which a batch's root and size are believed.
 */
@NullMarked
package dev.cairn.evidence.anchor;

import org.jspecify.annotations.NullMarked;
