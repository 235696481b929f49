package dev.cairn.proof.store;

/**
 * A checked proof of a batch's anchor.
 *
 * @param block the block that holds the transaction
 * @param last the last confirmation in the proof; the block itself if there are none
 * @param anchor the member {@code anchor} of the evidence, as JSON; shared, nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a record.
public record StoredProof(Pin block, Pin last, long provedAtMillis, byte[] anchor) {}
