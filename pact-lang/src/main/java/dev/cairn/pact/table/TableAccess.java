package dev.cairn.pact.table;

import dev.cairn.pact.capability.ModuleAdmin;
import dev.cairn.pact.db.Domain;
import dev.cairn.pact.db.PactDatabase;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.Flag;
import dev.cairn.pact.eval.Purity;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.gas.StorageCost;
import dev.cairn.pact.gas.ValueSize;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.type.TableValue;
import dev.cairn.pact.value.PObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reading and writing tables, for code that may. */
final class TableAccess {
  private TableAccess() {}

  /** How a row comes to be stored. */
  enum WriteMode {
    INSERT,
    UPDATE,
    WRITE
  }

  static void create(Context context, TableValue table) {
    guard(context, table);
    require(context, Purity.IMPURE);
    Domain<PObject> domain = Domain.table(table.fullName());
    PactDatabase database = context.transaction().database();
    if (database.exists(domain)) {
      throw TableErrors.tableExists(table);
    }
    database.create(domain);
  }

  /** The row, or null if there is none. */
  static @Nullable PObject read(Context context, TableValue table, String key) {
    guardRead(context, table);
    require(context, Purity.READ_ONLY);
    return stored(context, table, key);
  }

  /** The row of a key that {@link #keys} gave; going through a table has one price. */
  static PObject readListed(Context context, TableValue table, String key) {
    Domain<PObject> domain = Domain.table(table.fullName());
    PObject row = context.transaction().database().read(domain, key);
    if (row == null) {
      throw TableErrors.noRow(table, key);
    }
    return row;
  }

  private static @Nullable PObject stored(Context context, TableValue table, String key) {
    PactDatabase database = context.transaction().database();
    Domain<PObject> domain = Domain.table(table.fullName());
    if (!database.exists(domain)) {
      throw TableErrors.noTable(table);
    }
    PObject row = database.read(domain, key);
    if (row != null) {
      context.charge(StorageCost.reading(ValueSize.ofFields(row)));
    }
    return row;
  }

  /** The row, which must exist. */
  static PObject readExisting(Context context, TableValue table, String key) {
    PObject row = read(context, table, key);
    if (row == null) {
      throw TableErrors.noRow(table, key);
    }
    return row;
  }

  /** All keys, ascending. */
  static List<String> keys(Context context, TableValue table) {
    guardRead(context, table);
    require(context, Purity.IMPURE);
    Domain<PObject> domain = Domain.table(table.fullName());
    if (!context.transaction().database().exists(domain)) {
      throw TableErrors.noTable(table);
    }
    return context.transaction().database().keys(domain);
  }

  static void write(Context context, TableValue table, String key, PObject fields, WriteMode mode) {
    guard(context, table);
    checkFields(context, table, fields, mode);
    context.charge(StorageCost.writing(ValueSize.ofFields(fields)));
    require(context, Purity.IMPURE);
    PObject row = merged(table, key, fields, mode, present(context, table, key));
    Transaction transaction = context.transaction();
    transaction.database().write(Domain.table(table.fullName()), key, row);
    transaction.writes().add(table.fullName(), key, row);
  }

  private static @Nullable PObject present(Context context, TableValue table, String key) {
    PactDatabase database = context.transaction().database();
    Domain<PObject> domain = Domain.table(table.fullName());
    if (!database.exists(domain)) {
      throw TableErrors.noTable(table);
    }
    return database.read(domain, key);
  }

  private static void checkFields(
      Context context, TableValue table, PObject fields, WriteMode mode) {
    boolean fit =
        mode == WriteMode.UPDATE
            ? table.schema().acceptsPart(fields, context::charge)
            : table.schema().accepts(fields, context::charge);
    if (!fit) {
      throw TableErrors.wrongFields(table.schema(), fields);
    }
  }

  /** Fields that an update or a write does not name stay as they are. */
  private static PObject merged(
      TableValue table, String key, PObject fields, WriteMode mode, @Nullable PObject present) {
    if (mode == WriteMode.INSERT && present != null) {
      throw TableErrors.rowExists(table, key);
    }
    if (mode == WriteMode.UPDATE && present == null) {
      throw TableErrors.noRowToUpdate(table, key);
    }
    return present == null ? fields : fields.mergedOver(present);
  }

  private static void require(Context context, Purity needed) {
    if (context.purity().compareTo(needed) > 0) {
      throw TableErrors.disallowed();
    }
  }

  private static void guardRead(Context context, TableValue table) {
    if (!context.transaction().environment().has(Flag.ALLOW_READ_IN_LOCAL)) {
      guard(context, table);
    }
  }

  /** Only the module, in its present version or one that this blesses, may touch its tables. */
  private static void guard(Context context, TableValue table) {
    ModuleAdmin.require(context, table.module());
    Module module = context.transaction().modules().module(table.module());
    if (!module.blesses(table.moduleHash())) {
      throw TableErrors.notBlessed(table.module(), table.moduleHash());
    }
  }
}
