package dev.cairn.gateway.store;

import dev.cairn.evidence.event.EventId;

/** An event that was accepted earlier. */
public record KnownEvent(EventId id, GivenReceipt receipt) {}
