package dev.cairn.pact.capability;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.FullyQualifiedName;
import java.util.HashMap;
import java.util.Map;

/** The definitions, of whatever version of their modules, of the tokens that code has made. */
public final class CapabilityVersions {
  private final Map<FullyQualifiedName, Defcap> known = new HashMap<>();

  public void remember(Defcap capability) {
    known.putIfAbsent(capability.fullName(), capability);
  }

  /** The definition that the token, which may come from request data, fits. */
  Defcap get(CapToken token) {
    Defcap found = known.get(token.name());
    if (found == null) {
      throw PactException.fatal("Unbound free variable " + token.name());
    }
    if (found.arity() != token.args().size()) {
      throw PactException.fatal("Argument length mismatch for " + token.name());
    }
    return found;
  }
}
