/**
 * The first block of every chain: contracts, namespaces and funded test accounts, the same on all
 * chains but for the headers.
 */
@NullMarked
package dev.cairn.devnet.genesis;

import org.jspecify.annotations.NullMarked;
