package dev.cairn.pact.repl;

import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.List;
import java.util.function.Supplier;

/** The natives that state what ought to happen. */
final class ExpectNatives {
  private final Supplier<ReplSession> session;
  private final TestReport report;

  ExpectNatives(Supplier<ReplSession> session, TestReport report) {
    this.session = session;
    this.report = report;
  }

  List<Native> natives() {
    return List.of(
        Native.of("expect", 3, this::expect).lazyAfter(1),
        Native.of("expect-failure", 2, this::expectFailure).lazyAfter(1),
        Native.of("expect-failure", 3, this::expectMessage).as("expect-failure-match").lazyAfter(2),
        Native.of("expect-that", 3, this::expectThat));
  }

  private static String name(NativeCall call) {
    return call.argument(0, PString.class).value();
  }

  private static Value thunk(NativeCall call, int index) {
    return call.argument(index, Closure.class).apply();
  }

  private Value success(String text) {
    report.success();
    return new PString(text);
  }

  private Value failure(String text) {
    report.failure(text);
    return new PString(text);
  }

  /** Code that somebody broke off has not failed by itself; no gas is what asks least. */
  private void requireGoingOn() {
    session.get().transaction().gas().charge(0);
  }

  /** The actual value is computed first, then the expected one. */
  private Value expect(NativeCall call) {
    ReplMark before = ReplMark.of(session.get().transaction());
    PactValue actual;
    try {
      actual = Closure.pactValue(thunk(call, 2));
    } catch (PactException failed) {
      before.restore();
      requireGoingOn();
      return failure(
          "FAILURE: "
              + name(call)
              + " evaluation of actual failed with error message:\n"
              + failed.replText());
    }
    PactValue expected = Closure.pactValue(thunk(call, 1));
    if (expected.equals(actual)) {
      return success("Expect: success " + name(call));
    }
    return failure(
        "FAILURE: "
            + name(call)
            + " expected: "
            + ValueText.repl(expected)
            + ", received: "
            + ValueText.repl(actual));
  }

  private Value expectFailure(NativeCall call) {
    ReplMark before = ReplMark.of(session.get().transaction());
    try {
      thunk(call, 1);
    } catch (PactException expected) {
      before.restore();
      requireGoingOn();
      return success("Expect failure: Success: " + name(call));
    }
    return failure("FAILURE: " + name(call) + ": expected failure, got result");
  }

  private Value expectMessage(NativeCall call) {
    ReplMark before = ReplMark.of(session.get().transaction());
    String wanted = call.argument(1, PString.class).value();
    Value result;
    try {
      result = thunk(call, 2);
    } catch (PactException expected) {
      before.restore();
      requireGoingOn();
      return matched(name(call), wanted, expected.replText());
    }
    return failure(
        "FAILURE: " + name(call) + ": expected failure, got result: " + result.kindName());
  }

  private Value matched(String name, String wanted, String message) {
    if (message.contains(wanted)) {
      return success("Expect failure: Success: " + name);
    }
    return failure(
        "FAILURE: " + name + ": expected error message '" + wanted + "', got '" + message + "'");
  }

  private Value expectThat(NativeCall call) {
    Value result = call.argument(1, Closure.class).apply(call.argument(2));
    if (!(result instanceof PBool truth)) {
      throw call.failure("Expect-that: condition did not return a boolean");
    }
    return truth.value()
        ? success("Expect-that: success " + name(call))
        : failure("FAILURE: Expect-that: Did not satisfy condition: " + name(call));
  }
}
