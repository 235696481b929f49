package dev.cairn.pact.syntax;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.value.ModuleName;
import java.util.List;

/** A top-level form as written. */
public sealed interface TopLevel {

  Position position();

  /** The text of the form. */
  String code();

  record Module(
      String name,
      Governance governance,
      List<Declaration> declarations,
      List<Import> imports,
      List<ModuleName> interfaces,
      List<String> blessed,
      String code,
      Position position)
      implements TopLevel {}

  record Interface(
      String name,
      List<Declaration> declarations,
      List<Import> imports,
      String code,
      Position position)
      implements TopLevel {}

  record Use(Import what, String code) implements TopLevel {
    @Override
    public Position position() {
      return what.position();
    }
  }

  record Evaluation(Expression expression, String code) implements TopLevel {
    @Override
    public Position position() {
      return expression.position();
    }
  }

  /** A function or constant outside modules; only the REPL takes it. */
  record Definition(Declaration declaration, String code) implements TopLevel {
    @Override
    public Position position() {
      return declaration.position();
    }
  }

  /** Who may change a module. */
  sealed interface Governance {
    record Keyset(String name) implements Governance {}

    record Capability(String name) implements Governance {}
  }
}
