/**
 * Chainweb's Merkle log: RFC 6962 shaped trees of SHA-512/256 and the proofs that an item is in
 * one. Proofs nest: a tree's root may be an item of the next tree.
 */
@NullMarked
package dev.cairn.chainweb.merkle;

import org.jspecify.annotations.NullMarked;
