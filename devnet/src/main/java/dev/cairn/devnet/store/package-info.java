/**
 * What the network keeps: blocks of all branches, which of them win, where transactions are, and
 * the rows of its contracts in versions. Two backends (memory, RocksDB) hold plain bytes under one
 * key layout.
 */
@NullMarked
package dev.cairn.devnet.store;

import org.jspecify.annotations.NullMarked;
