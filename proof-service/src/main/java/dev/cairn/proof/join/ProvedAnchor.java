package dev.cairn.proof.join;

import dev.cairn.proof.store.DueTable.Due;
import dev.cairn.proof.store.StoredProof;

/** A checked proof, and what it was made for. */
public record ProvedAnchor(Due due, StoredProof proof) {}
