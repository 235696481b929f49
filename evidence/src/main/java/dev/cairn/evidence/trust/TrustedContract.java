package dev.cairn.evidence.trust;

import dev.cairn.chainweb.pact.PactEvent;
import java.util.Optional;
import java.util.Set;

/**
 * An anchor contract that counts.
 *
 * @param module full name
 * @param moduleHashes versions of the module, base64url texts
 * @param submitters whose batches count; absent means all whom the contract admits
 */
public record TrustedContract(
    String module, Set<String> moduleHashes, Optional<Set<String>> submitters) {

  public TrustedContract {
    moduleHashes = Set.copyOf(moduleHashes);
    submitters = submitters.map(Set::copyOf);
  }

  /** Whether this contract, in a trusted version, emitted the event. */
  public boolean isSourceOf(PactEvent event) {
    return module.equals(event.module()) && moduleHashes.contains(event.moduleHash());
  }

  public boolean admitsSubmitter(String submitter) {
    return submitters.isEmpty() || submitters.get().contains(submitter);
  }
}
