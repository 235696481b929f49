/**
 * The door: reads requests in their two forms, checks every event's structure and signature, hands
 * what holds to the writer and tells the client about each event. Everything that a client can make
 * large is bounded by a limit in {@link dev.cairn.gateway.ingest.RequestLimits}.
 */
@NullMarked
package dev.cairn.gateway.ingest;

import org.jspecify.annotations.NullMarked;
