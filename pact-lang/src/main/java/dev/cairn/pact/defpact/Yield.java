package dev.cairn.pact.defpact;

import dev.cairn.pact.value.ModuleHash;
import dev.cairn.pact.value.PObject;
import org.jspecify.annotations.Nullable;

/**
 * What a step leaves for the next.
 *
 * @param provenance where it may be resumed; null for the same chain
 * @param source the chain that yielded; null without provenance
 */
public record Yield(PObject data, @Nullable Provenance provenance, @Nullable String source) {

  /** The chain and the version of the module that may resume. */
  public record Provenance(String targetChain, ModuleHash moduleHash) {}
}
