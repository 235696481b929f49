package dev.cairn.pact.repl;

import dev.cairn.pact.eval.CallStack;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The natives of gas; nothing is charged until the table model is chosen. */
final class GasNatives {
  private static final long MILLI = 1_000;

  /** More lines nobody reads; the total goes on. */
  private static final int MAX_LOGGED = 100_000;

  private static final long MAX_GAS = Long.MAX_VALUE / MILLI;

  private final Supplier<ReplSession> session;
  private boolean table;
  private @Nullable Long limit;
  private @Nullable List<String> log;
  private long logged;

  GasNatives(Supplier<ReplSession> session) {
    this.session = session;
  }

  List<Native> natives() {
    return List.of(
        Native.of("env-gas", 0, call -> PInteger.of(meter().gasUsed())),
        Native.of("env-gas", 1, this::setGas).as("env-set-gas"),
        Native.of("env-milligas", 0, call -> PInteger.of(meter().milligasUsed())),
        Native.of("env-set-milligas", 1, this::setMilligas),
        Native.of("env-gaslimit", 1, this::setLimit),
        Native.of("env-gasmodel", 1, this::setModel),
        Native.of("env-gasmodel", 0, this::model).as("env-ask-gasmodel"),
        Native.of("env-gaslog", 0, this::log));
  }

  /** The argument as an amount that the meter can hold. */
  private static long amount(NativeCall call, long most) {
    BigInteger amount = call.argument(0, PInteger.class).value();
    if (amount.signum() < 0 || amount.compareTo(BigInteger.valueOf(most)) > 0) {
      throw call.failure("expected an amount from 0 to " + most + ", got " + amount);
    }
    return amount.longValue();
  }

  /** The first call begins the log; each later one gives what was charged since the last. */
  private Value log(NativeCall call) {
    List<PactValue> entries = new ArrayList<>();
    if (log == null) {
      entries.add(new PString("Enabled gas log"));
    } else {
      entries.add(new PString("TOTAL: " + logged));
      log.forEach(line -> entries.add(new PString(line)));
    }
    log = new ArrayList<>();
    logged = 0;
    meter().tell(this::add);
    return PList.of(entries);
  }

  private void add(String what, long milligas) {
    CallStack.Call running = session.get().transaction().calls().top();
    String where = running == null ? "" : " in " + running.definition().qualifiedName();
    if (log != null && log.size() < MAX_LOGGED) {
      log.add(what + where + ": " + milligas);
    }
    logged += milligas;
  }

  private GasMeter meter() {
    return session.get().transaction().gas();
  }

  private Value setGas(NativeCall call) {
    long gas = amount(call, MAX_GAS);
    meter().reset(gas * MILLI);
    return new PString("Set gas to " + gas);
  }

  private Value setMilligas(NativeCall call) {
    long milligas = amount(call, Long.MAX_VALUE);
    meter().reset(milligas);
    return new PString("Set milligas to" + milligas);
  }

  private Value setLimit(NativeCall call) {
    limit = amount(call, MAX_GAS);
    replaceMeter();
    return new PString("Set gas limit to " + limit);
  }

  private Value setModel(NativeCall call) {
    if (!call.argument(0, PString.class).value().equals("table")) {
      throw call.typeError();
    }
    table = true;
    replaceMeter();
    return new PString("Set gas model to table-based cost model");
  }

  private Value model(NativeCall call) {
    return new PString(
        table
            ? "Current gas model is 'table': table-based cost model"
            : "Current gas model is 'fixedGas': constant rate gas model with fixed rate: 0");
  }

  private void replaceMeter() {
    if (!table) {
      return;
    }
    GasMeter next = limit == null ? GasMeter.unlimited() : GasMeter.limited(limit);
    next.reset(meter().milligasUsed());
    next.tell(log == null ? null : this::add);
    session.get().transaction().gas(next);
  }
}
