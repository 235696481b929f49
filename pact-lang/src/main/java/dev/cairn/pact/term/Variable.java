package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.Value;

/**
 * A local variable.
 *
 * @param slot its place in the frame
 * @param index how many variables have been bound since (de Bruijn), for the module hash
 */
public record Variable(String name, int slot, int index, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    return frame.get(slot);
  }
}
