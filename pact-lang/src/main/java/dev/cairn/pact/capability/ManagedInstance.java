package dev.cairn.pact.capability;

import dev.cairn.pact.value.PactValue;
import org.jspecify.annotations.Nullable;

/**
 * An installed managed capability.
 *
 * @param key its token without the managed argument
 * @param original its token as it was installed
 * @param managed what is left of the managed argument; null for an auto-managed capability
 * @param used whether an auto-managed capability has been acquired
 */
record ManagedInstance(Token key, Token original, @Nullable PactValue managed, boolean used) {

  ManagedInstance afterUse() {
    return new ManagedInstance(key, original, managed, true);
  }

  ManagedInstance withManaged(PactValue left) {
    return new ManagedInstance(key, original, left, used);
  }
}
