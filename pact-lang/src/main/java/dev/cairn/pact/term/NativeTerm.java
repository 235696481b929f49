package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.eval.NativeClosure;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.value.Value;

/** The name of a native. */
public record NativeTerm(Native entry, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    return new NativeClosure(entry, frame.context());
  }
}
