package dev.cairn.pact.chain;

import dev.cairn.pact.syntax.Parser;
import dev.cairn.pact.syntax.TopLevel;
import java.util.List;

/** Code that has been parsed; it can be run any number of times. */
public final class Program {
  private final List<TopLevel> forms;

  private Program(List<TopLevel> forms) {
    this.forms = forms;
  }

  /**
   * Parses code.
   *
   * @throws dev.cairn.pact.error.PactException of type SYNTAX if it is not a program
   */
  public static Program parse(String code) {
    return new Program(List.copyOf(Parser.program(code)));
  }

  List<TopLevel> forms() {
    return forms;
  }

  /** The text of each top-level form, as gas payers are told. */
  public List<String> formTexts() {
    return forms.stream().map(TopLevel::code).toList();
  }
}
