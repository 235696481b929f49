package dev.cairn.pact.db;

import dev.cairn.pact.defpact.PactRecord;
import dev.cairn.pact.keyset.Namespace;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PObject;

/**
 * A named collection of rows of one kind.
 *
 * @param name unique among all domains
 */
public record Domain<V>(String name, Class<V> kind) {
  public static final Domain<Module> MODULES = new Domain<>("SYS:Modules", Module.class);
  public static final Domain<Guard.Keyset> KEYSETS =
      new Domain<>("SYS:KeySets", Guard.Keyset.class);
  public static final Domain<Namespace> NAMESPACES =
      new Domain<>("SYS:Namespaces", Namespace.class);
  public static final Domain<PactRecord> PACTS = new Domain<>("SYS:Pacts", PactRecord.class);

  /** The domain of a user table, by its full name {@code ns.module_table}. */
  public static Domain<PObject> table(String fullName) {
    return new Domain<>(fullName, PObject.class);
  }

  /** Whether only the evaluator itself touches it. */
  public boolean isSystem() {
    return name.startsWith("SYS:");
  }
}
