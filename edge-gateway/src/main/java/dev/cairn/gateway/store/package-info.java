/**
 * The gateway's rows on disk: accepted events, idempotency keys, receipts, open batches and the
 * journal, in one RocksDB with one write-ahead log. A change reaches the disk only as one atomic,
 * fsynced {@link dev.cairn.gateway.store.StoreCommit}.
 */
@NullMarked
package dev.cairn.gateway.store;

import org.jspecify.annotations.NullMarked;
