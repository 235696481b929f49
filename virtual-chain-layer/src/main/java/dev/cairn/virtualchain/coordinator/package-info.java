/**
 * Work that spans blocks and chains: proofs made from fetched and checked material, and deployments
 * to every chain of a network.
 */
@NullMarked
package dev.cairn.virtualchain.coordinator;

import org.jspecify.annotations.NullMarked;
