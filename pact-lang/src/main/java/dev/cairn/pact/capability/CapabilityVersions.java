package dev.cairn.pact.capability;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.value.FullyQualifiedName;
import java.util.HashMap;
import java.util.Map;

/** The definitions, of whatever version of their modules, of the tokens that code has made. */
public final class CapabilityVersions {
  private final Map<FullyQualifiedName, Defcap> known = new HashMap<>();

  public void remember(Defcap capability) {
    known.putIfAbsent(capability.fullName(), capability);
  }

  Defcap get(FullyQualifiedName name) {
    Defcap found = known.get(name);
    if (found == null) {
      throw PactException.fatal("Unbound free variable " + name);
    }
    return found;
  }
}
