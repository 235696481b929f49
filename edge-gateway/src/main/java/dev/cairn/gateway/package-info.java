/**
 * The edge gateway: takes signed events over HTTP, makes them durable, cuts them into batches per
 * chain and gives receipts. {@link dev.cairn.gateway.Gateway} is the whole room to the outside; its
 * journal is what the next room reads.
 */
@NullMarked
package dev.cairn.gateway;

import org.jspecify.annotations.NullMarked;
