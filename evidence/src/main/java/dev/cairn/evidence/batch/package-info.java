/**
 * Batches: ordered events under one Merkle root. The tree is the chain's own (SHA-512/256, shape of
 * RFC 6962), its leaves are the event ids.
 */
@NullMarked
package dev.cairn.evidence.batch;

import org.jspecify.annotations.NullMarked;
