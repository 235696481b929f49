/**
 * What this instance asks verifiers to believe: its configured networks, contracts and keys, and
 * the blocks that its own proofs rest on.
 */
@NullMarked
package dev.cairn.proof.trust;

import org.jspecify.annotations.NullMarked;
