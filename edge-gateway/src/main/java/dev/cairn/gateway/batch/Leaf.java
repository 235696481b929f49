package dev.cairn.gateway.batch;

/** An event's place in a growing batch. */
public record Leaf(OpenBatch batch, int index) {}
