package dev.cairn.pact.capability;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A granted capability on the stack.
 *
 * @param composed tokens that its body composed, and what those composed
 */
record Slot(Token token, List<Token> composed, @Nullable Slot below) {

  boolean grants(Token wanted) {
    return token.equals(wanted) || composed.contains(wanted);
  }
}
