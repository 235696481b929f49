package dev.cairn.pact.table;

import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.type.Schema;
import dev.cairn.pact.type.TableValue;
import dev.cairn.pact.value.ModuleHash;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PObject;

/** Failures of tables, in both wordings. */
final class TableErrors {
  private static final String PREFIX = "Error during database operation: ";
  private static final int KEY_SHOWN = 10;

  private TableErrors() {}

  private static String shortened(String key) {
    return key.length() <= KEY_SHOWN ? key : key.substring(0, KEY_SHOWN) + "...";
  }

  static PactException noRow(TableValue table, String key) {
    String head = "No value found in table " + table.fullName() + " for key: ";
    return PactException.recoverable(head + key, head + shortened(key));
  }

  static PactException rowExists(TableValue table, String key) {
    return PactException.fatal(
        PREFIX
            + "Value already found while in Insert mode in table "
            + table.fullName()
            + " at key \""
            + key
            + "\"",
        PREFIX
            + "Insert failed because the value already exists in the table: "
            + table.fullName()
            + " at key \""
            + shortened(key)
            + "\"");
  }

  static PactException noRowToUpdate(TableValue table, String key) {
    return PactException.fatal(
        PREFIX + "No row found during update in table " + table.fullName() + " at key " + key,
        PREFIX
            + "Update failed because no row was found in table: "
            + table.fullName()
            + " at key \""
            + shortened(key)
            + "\"");
  }

  static PactException noTable(TableValue table) {
    return PactException.fatal(
        PREFIX + "Table " + table.fullName() + " not found",
        PREFIX + "Table access failed because table " + table.fullName() + " was not found.");
  }

  static PactException tableExists(TableValue table) {
    return PactException.fatal(
        PREFIX + "Table " + table.fullName() + " already exists",
        PREFIX
            + "Creation of user table "
            + table.fullName()
            + " failed because the table already exists.");
  }

  static PactException disallowed() {
    return PactException.fatal(
        PREFIX + "Operation disallowed in read-only or sys-only mode",
        PREFIX + "Operation is not allowed in read-only or system-only mode.");
  }

  static PactException wrongFields(Schema schema, PObject row) {
    return PactException.fatal(
        "Attempted insert failed due to schema mismatch. Expected: "
            + schema
            + ", received "
            + ValueText.repl(row),
        "Insert failed because of a schema mismatch with " + schema.name());
  }

  static PactException notBlessed(ModuleName module, ModuleHash version) {
    return PactException.fatal(
        "Execution aborted, hash not blessed for module " + module + ": " + version,
        "Execution aborted, hash not blessed for module: " + module + " with hash " + version);
  }
}
