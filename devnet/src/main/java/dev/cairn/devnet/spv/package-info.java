/**
 * Proofs for clients and for contracts: that a transaction of one chain is seen by another. The
 * mathematics is chainweb's; here are the network's headers, rules of reach, and texts.
 */
@NullMarked
package dev.cairn.devnet.spv;

import org.jspecify.annotations.NullMarked;
