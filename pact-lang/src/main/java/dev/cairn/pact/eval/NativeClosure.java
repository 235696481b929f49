package dev.cairn.pact.eval;

import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.Value;

/** A native in the context that named it. */
public final class NativeClosure implements Closure {
  private final Native entry;
  private final Context context;

  public NativeClosure(Native entry, Context context) {
    this.entry = entry;
    this.context = context;
  }

  @Override
  public Value apply(Value... arguments) {
    if (arguments.length > entry.arity()) {
      throw Closure.tooManyArguments();
    }
    if (arguments.length < entry.arity()) {
      return PartialClosure.of(this, entry.arity(), arguments);
    }
    context.transaction().gas().charge(entry.name(), entry.milligas());
    return entry.function().apply(new NativeCall(entry.name(), context, arguments));
  }

  @Override
  public String describe() {
    return "native function " + entry.name();
  }
}
