package dev.cairn.proof.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.LeafIndex;

/** Where an event is: its batch and its leaf. */
public record LeafPlace(BatchId batch, LeafIndex leaf) {}
