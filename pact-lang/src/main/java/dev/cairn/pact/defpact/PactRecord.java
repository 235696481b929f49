package dev.cairn.pact.defpact;

import org.jspecify.annotations.Nullable;

/** What is stored about a defpact: how far it has come, or null once it is complete. */
public record PactRecord(@Nullable PactExecution execution) {}
