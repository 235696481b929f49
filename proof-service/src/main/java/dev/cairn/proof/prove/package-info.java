/**
 * Gets the proof of each final batch from the chain, checks it as a verifier would, and hands it
 * in. Trouble with one batch or with the nodes delays that batch alone.
 */
@NullMarked
package dev.cairn.proof.prove;

import org.jspecify.annotations.NullMarked;
