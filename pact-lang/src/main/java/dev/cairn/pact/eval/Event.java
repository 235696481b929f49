package dev.cairn.pact.eval;

import dev.cairn.pact.value.ModuleHash;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PList;

/** Something that a contract tells the world. */
public record Event(String name, PList parameters, ModuleName module, ModuleHash moduleHash) {}
