/**
 * Carries closed batches to the chain until they are final, through crashes, faults and
 * reorganisations. Everything it knows is in its ledger; a restart does what any other moment does.
 */
@NullMarked
package dev.cairn.ingestor;

import org.jspecify.annotations.NullMarked;
