package dev.cairn.proof.assembly;

import dev.cairn.evidence.Anchor;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchTree;

/** What the evidence of all events of a proved batch has in common. */
public record ProvedBatch(BatchId id, BatchTree tree, Anchor anchor) {}
