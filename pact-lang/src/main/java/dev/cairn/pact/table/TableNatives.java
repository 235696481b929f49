package dev.cairn.pact.table;

import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.ContextFunction;
import dev.cairn.pact.eval.TopLevelOnly;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.table.TableAccess.WriteMode;
import dev.cairn.pact.type.TableValue;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.List;
import java.util.Map;

/** The natives that read and write single rows. */
public final class TableNatives {
  private static final long READ_MILLIGAS = 2_500;
  private static final long WRITE_MILLIGAS = 25_000;
  private static final long CREATE_MILLIGAS = 250_000;
  private static final long DESCRIBE_MILLIGAS = 100_000;

  private TableNatives() {}

  public static List<Native> natives() {
    return List.of(
        ContextFunction.named("create-table", 1, CREATE_MILLIGAS, TableNatives::create),
        ContextFunction.named("describe-table", 1, DESCRIBE_MILLIGAS, TableNatives::describe),
        ContextFunction.named("read", 2, READ_MILLIGAS, TableNatives::read),
        ContextFunction.named("read", 3, READ_MILLIGAS, TableNatives::readFields)
            .as("read-with-fields"),
        ContextFunction.named("with-read", 3, READ_MILLIGAS, TableNatives::withRead),
        ContextFunction.named("with-default-read", 4, READ_MILLIGAS, TableNatives::withDefaultRead),
        writer("insert", WriteMode.INSERT),
        writer("update", WriteMode.UPDATE),
        writer("write", WriteMode.WRITE));
  }

  private static Native writer(String name, WriteMode mode) {
    return ContextFunction.named(
        name, 3, WRITE_MILLIGAS, (context, call) -> write(context, call, mode));
  }

  static TableValue table(NativeCall call) {
    return call.argument(0, TableValue.class);
  }

  private static String key(NativeCall call) {
    return call.argument(1, PString.class).value();
  }

  private static Value create(Context context, NativeCall call) {
    TableValue table = table(call);
    TopLevelOnly.require(context, "create-table");
    TableAccess.create(context, table);
    return new PString("TableCreated");
  }

  private static Value describe(Context context, NativeCall call) {
    TableValue table = table(call);
    TopLevelOnly.require(context, "describe-table");
    return PObject.of(
        Map.of(
            "name", new PString(table.name()),
            "module", new PString(table.module().toString()),
            "type", new PString(new Type.TableOf(table.schema()).toString())));
  }

  private static Value read(Context context, NativeCall call) {
    return TableAccess.readExisting(context, table(call), key(call));
  }

  private static Value readFields(Context context, NativeCall call) {
    TableValue table = table(call);
    String key = key(call);
    PList fields = call.argument(2, PList.class);
    PObject row = TableAccess.readExisting(context, table, key);
    return fields.size() == 0 ? row : Fields.only(row, fields, call);
  }

  private static Value withRead(Context context, NativeCall call) {
    PObject row = TableAccess.readExisting(context, table(call), key(call));
    return call.call(call.argument(2), row);
  }

  private static Value withDefaultRead(Context context, NativeCall call) {
    PObject otherwise = call.argument(2, PObject.class);
    PactValue row = TableAccess.read(context, table(call), key(call));
    return call.call(call.argument(3), row == null ? otherwise : row);
  }

  private static Value write(Context context, NativeCall call, WriteMode mode) {
    PObject fields = call.argument(2, PObject.class);
    TableAccess.write(context, table(call), key(call), fields, mode);
    return new PString("Write succeeded");
  }
}
