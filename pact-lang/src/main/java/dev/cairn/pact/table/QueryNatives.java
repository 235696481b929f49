package dev.cairn.pact.table;

import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.ContextFunction;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.term.Truth;
import dev.cairn.pact.type.TableValue;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The natives that go through whole tables. */
public final class QueryNatives {
  /** Meant to keep them out of transactions. */
  private static final long QUERY_MILLIGAS = 40_000_000;

  private QueryNatives() {}

  public static List<Native> natives() {
    return List.of(
        ContextFunction.named("keys", 1, QUERY_MILLIGAS, QueryNatives::keys),
        ContextFunction.named("select", 2, QUERY_MILLIGAS, QueryNatives::select),
        ContextFunction.named("select", 3, QUERY_MILLIGAS, QueryNatives::selectFields)
            .as("select-with-fields"),
        ContextFunction.named("fold-db", 3, QUERY_MILLIGAS, QueryNatives::foldDb));
  }

  private static Value keys(Context context, NativeCall call) {
    List<PactValue> keys = new ArrayList<>();
    for (String key : TableAccess.keys(context, TableNatives.table(call))) {
      keys.add(new PString(key));
    }
    return PList.of(keys);
  }

  private static Value select(Context context, NativeCall call) {
    return select(context, call, null, call.argument(1));
  }

  private static Value selectFields(Context context, NativeCall call) {
    return select(context, call, call.argument(1, PList.class), call.argument(2));
  }

  private static Value select(
      Context context, NativeCall call, @Nullable PList fields, Value condition) {
    TableValue table = TableNatives.table(call);
    List<PactValue> selected = new ArrayList<>();
    for (String key : TableAccess.keys(context, table)) {
      PObject row = TableAccess.readListed(context, table, key);
      if (Truth.of(call.call(condition, row))) {
        selected.add(fields == null ? row : Fields.only(row, fields, call));
      }
    }
    return PList.of(selected);
  }

  /** The consumer sees the last key first; the results stand in ascending order of keys. */
  private static Value foldDb(Context context, NativeCall call) {
    TableValue table = TableNatives.table(call);
    List<PactValue> found = new ArrayList<>();
    List<PString> keys = new ArrayList<>();
    for (String key : TableAccess.keys(context, table)) {
      PObject row = TableAccess.readListed(context, table, key);
      if (Truth.of(call.call(call.argument(1), new PString(key), row))) {
        keys.add(new PString(key));
        found.add(row);
      }
    }
    return consume(call, keys, found);
  }

  private static Value consume(NativeCall call, List<PString> keys, List<PactValue> rows) {
    List<PactValue> results = new ArrayList<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      results.add(Closure.pactValue(call.call(call.argument(2), keys.get(i), rows.get(i))));
    }
    Collections.reverse(results);
    return PList.of(results);
  }
}
