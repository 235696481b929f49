/**
 * Proofs and evidence: follows the gateway's and the ingestor's journals, has each final batch
 * proved, and serves what auditors ask for. {@link dev.cairn.proof.ProofService} is the door.
 */
@NullMarked
package dev.cairn.proof;

import org.jspecify.annotations.NullMarked;
