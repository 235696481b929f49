package dev.cairn.pact.capability;

import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * A capability and its arguments, whatever version of its module is present. This is what is
 * granted, and what signatures are limited to.
 */
public record Token(QualifiedName name, PList arguments) {
  /** Module of the tokens that the evaluator itself grants around guards of its own. */
  private static final ModuleName MAGIC = ModuleName.root("pact");

  public static Token of(CapToken token) {
    return new Token(token.name().qualified(), token.args());
  }

  /** A token that only the evaluator grants, such as {@code pact.NAMESPACE}. */
  public static Token magic(String name, String argument) {
    return new Token(new QualifiedName(MAGIC, name), PList.of(new PString(argument)));
  }

  /** The same without one argument. */
  Token without(int index) {
    List<PactValue> rest = new ArrayList<>(arguments.items());
    rest.remove(index);
    return new Token(name, PList.of(rest));
  }

  /** As the REPL shows it in errors. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("(").append(name);
    arguments.items().forEach(argument -> text.append(' ').append(ValueText.repl(argument)));
    return text.append(')').toString();
  }
}
