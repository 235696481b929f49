package dev.cairn.gateway.store;

import dev.cairn.evidence.receipt.DeviceKey;
import java.util.Optional;

/**
 * An accepted event as its row has it.
 *
 * @param jws compact serialization; shared, not copied
 * @param receiptNumber the row of {@link Table#RECEIPTS} with its receipt
 * @param receiptIndex which receipt of that tree it is
 */
@SuppressWarnings("ArrayRecordComponent") // a row in transit; never compared
record StoredEvent(
    byte[] jws,
    long acceptedAtMillis,
    long receiptNumber,
    int receiptIndex,
    Optional<DeviceKey> device) {}
