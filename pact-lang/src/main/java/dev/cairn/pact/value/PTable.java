package dev.cairn.pact.value;

/**
 * A table of one version of a module, as a value: it can be passed but not stored. The evaluator
 * implements it, since only the evaluator knows schemas.
 */
public non-sealed interface PTable extends PactValue {
  ModuleName module();

  ModuleHash moduleHash();

  /** The table's name inside its module. */
  String name();

  @Override
  default String kindName() {
    return "table";
  }

  /** The name on disk and in texts, {@code ns.module_table}. */
  default String fullName() {
    return module() + "_" + name();
  }
}
