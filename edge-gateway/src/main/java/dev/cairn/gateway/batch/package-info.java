/**
 * Batches that are still growing: which batch an event joins, and when a batch is full or due. Pure
 * memory; what of it survives a crash is the business of {@code store}.
 */
@NullMarked
package dev.cairn.gateway.batch;

import org.jspecify.annotations.NullMarked;
