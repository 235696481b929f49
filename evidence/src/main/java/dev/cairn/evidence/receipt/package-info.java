/**
 * Receipts: the gateway's signed promise that an event will be anchored in a batch by a deadline.
 * One signature serves all events of a POST, over the root of a small tree of its receipts.
 */
@NullMarked
package dev.cairn.evidence.receipt;

import org.jspecify.annotations.NullMarked;
