/**
 * What the network keeps: headers, payloads, the winning branch, where transactions are, and the
 * rows of its contracts. Two backends (memory, RocksDB) hold plain bytes under one key layout.
 */
@NullMarked
package dev.cairn.devnet.store;

import org.jspecify.annotations.NullMarked;
