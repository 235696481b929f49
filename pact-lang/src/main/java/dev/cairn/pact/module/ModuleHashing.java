package dev.cairn.pact.module;

import dev.cairn.pact.encoding.PactHash;
import dev.cairn.pact.value.ModuleHash;
import java.nio.charset.StandardCharsets;

/**
 * The hash of a module, by which tables, imports and events know its version.
 *
 * <p>It covers the name, the code and the values of the constants: deterministic, and different for
 * different modules, but not the hash of the public network, which covers the resolved terms
 * (reference 3.3).
 */
final class ModuleHashing {

  private ModuleHashing() {}

  /** {@code H(name LF code LF constants)}. */
  static ModuleHash of(Module module) {
    StringBuilder text = new StringBuilder();
    text.append(module.name()).append('\n').append(module.code());
    for (Definition definition : module.definitions()) {
      if (definition instanceof Defconst constant) {
        text.append('\n').append(PactHash.ofValue(constant.value()));
      }
    }
    return ModuleHash.of(PactHash.of(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
