/**
 * The proof service's own RocksDB: one class per column family, each with its key as a formula.
 * Everything here but the proofs can be replayed from the two journals; proofs come from the chain.
 */
@NullMarked
package dev.cairn.proof.store;

import org.jspecify.annotations.NullMarked;
