package dev.cairn.pact.capability;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.keyset.Guards;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.module.Governance;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PUnit;

/** The right to act as a module from outside it. */
public final class ModuleAdmin {

  private ModuleAdmin() {}

  /** Fails unless the module's own code is running or the transaction is its admin. */
  public static void require(Context context, ModuleName module) {
    Transaction transaction = context.transaction();
    if (!module.equals(transaction.calls().callingModule())
        && !transaction.capabilities().isAdmin(module)) {
      throw PactException.fatal(
          "Module admin necessary for operation but has not been acquired:" + module,
          "Module admin is necessary for operation but has not been acquired: " + module);
    }
  }

  /** Makes the transaction the module's admin if its governance allows that. */
  public static void acquire(Context context, Module module) {
    if (!context.transaction().capabilities().isAdmin(module.name())) {
      if (module.governance() instanceof Governance.Keyset keyset) {
        Guards.enforce(context, new Guard.KeysetReference(keyset.name()));
      } else {
        enforceCapability(context, module);
      }
      context.transaction().capabilities().grantAdmin(module.name());
    }
  }

  /** Fails unless the module's governance capability can be acquired. */
  private static void enforceCapability(Context context, Module module) {
    if (module.governance() instanceof Governance.Capability governance
        && module.find(governance.name()) instanceof Defcap capability) {
      context.transaction().capabilityVersions().remember(capability);
      CapToken token = new CapToken(capability.fullName(), PList.EMPTY);
      Capabilities.acquire(context, token, () -> PUnit.UNIT);
    }
  }
}
