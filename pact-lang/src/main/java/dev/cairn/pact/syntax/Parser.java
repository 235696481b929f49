package dev.cairn.pact.syntax;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.value.ModuleName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads programs: recursive descent with a bound on nesting. */
public final class Parser {
  private final String source;
  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final DeclarationParser declarations;
  private final Documentation documentation;
  private final boolean repl;

  private Parser(String source, boolean repl) {
    this.source = source;
    this.repl = repl;
    this.tokens = new TokenStream(source);
    TypeParser types = new TypeParser(tokens);
    this.expressions = new ExpressionParser(tokens, types);
    this.declarations = new DeclarationParser(tokens, types, expressions);
    this.documentation = new Documentation(tokens);
  }

  /**
   * The top-level forms of a program.
   *
   * @throws PactException of type SYNTAX if the text is not a program
   */
  public static List<TopLevel> program(String source) {
    return new Parser(source, false).forms();
  }

  /** The same with functions and constants outside modules. */
  public static List<TopLevel> replProgram(String source) {
    return new Parser(source, true).forms();
  }

  private List<TopLevel> forms() {
    List<TopLevel> forms = new ArrayList<>();
    while (!tokens.atEnd()) {
      if (tokens.at(TokenKind.CLOSE_PAREN)) {
        throw TokenStream.failure(
            "Too many closing parens, remaining tokens: )", tokens.peek().position());
      }
      forms.add(form());
    }
    return forms;
  }

  private TopLevel form() {
    Token keyword = tokens.peek(1);
    if (!tokens.at(TokenKind.OPEN_PAREN) || !keyword.is(TokenKind.KEYWORD)) {
      return evaluation();
    }
    if (repl && (keyword.isKeyword("defun") || keyword.isKeyword("defconst"))) {
      int start = tokens.peek().start();
      return new TopLevel.Definition(declarations.inModule(), text(start));
    }
    return switch (keyword.text()) {
      case "module" -> module();
      case "interface" -> contract();
      case "use" -> topLevelUse();
      default -> evaluation();
    };
  }

  private TopLevel evaluation() {
    int start = tokens.peek().start();
    Expression expression = expressions.expression();
    return new TopLevel.Evaluation(expression, text(start));
  }

  private TopLevel topLevelUse() {
    int start = tokens.peek().start();
    return new TopLevel.Use(use(), text(start));
  }

  /** The source from the offset to what was read last. */
  private String text(int start) {
    return source.substring(start, tokens.lastEnd());
  }

  /** What a module or interface contains, in order of appearance. */
  private static final class Members {
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Import> imports = new ArrayList<>();
    private final List<ModuleName> interfaces = new ArrayList<>();
    private final List<String> blessed = new ArrayList<>();
  }

  private TopLevel module() {
    Token open = tokens.next();
    tokens.next();
    String name = tokens.name();
    TopLevel.Governance governance = governance();
    documentation.skipWithModel();
    Members members = new Members();
    do {
      moduleMember(members);
    } while (!tokens.at(TokenKind.CLOSE_PAREN));
    if (members.declarations.isEmpty()) {
      throw tokens.unexpected("definition");
    }
    String code = close(open);
    return new TopLevel.Module(
        name,
        governance,
        members.declarations,
        members.imports,
        members.interfaces,
        members.blessed,
        code,
        open.position());
  }

  private TopLevel.Governance governance() {
    return tokens.atText()
        ? new TopLevel.Governance.Keyset(tokens.text())
        : new TopLevel.Governance.Capability(tokens.name());
  }

  private void moduleMember(Members members) {
    if (declarations.isNext()) {
      members.declarations.add(declarations.inModule());
      return;
    }
    switch (memberKeyword()) {
      case "use" -> members.imports.add(use());
      case "implements" -> members.interfaces.add(implemented());
      case "bless" -> members.blessed.add(bless());
      default -> throw tokens.unexpected("definition");
    }
  }

  private TopLevel contract() {
    Token open = tokens.next();
    tokens.next();
    String name = tokens.name();
    documentation.skipWithModel();
    Members members = new Members();
    do {
      interfaceMember(members);
    } while (!tokens.at(TokenKind.CLOSE_PAREN));
    String code = close(open);
    return new TopLevel.Interface(
        name, members.declarations, members.imports, code, open.position());
  }

  private void interfaceMember(Members members) {
    if (declarations.isNext()) {
      members.declarations.add(declarations.inInterface());
    } else if (memberKeyword().equals("use")) {
      members.imports.add(use());
    } else {
      throw tokens.unexpected("interface member");
    }
  }

  private String memberKeyword() {
    Token word = tokens.peek(1);
    return tokens.at(TokenKind.OPEN_PAREN) && word.is(TokenKind.KEYWORD) ? word.text() : "";
  }

  private Import use() {
    Position position = tokens.next().position();
    tokens.next();
    ModuleName module = tokens.moduleName();
    String hash = tokens.at(TokenKind.STRING) ? tokens.next().text() : null;
    List<String> names = importedNames();
    tokens.expect(TokenKind.CLOSE_PAREN);
    return new Import(module, hash, names, position);
  }

  private @Nullable List<String> importedNames() {
    if (!tokens.accept(TokenKind.OPEN_BRACKET)) {
      return null;
    }
    List<String> names = new ArrayList<>();
    while (tokens.at(TokenKind.NAME)) {
      names.add(tokens.name());
    }
    tokens.expect(TokenKind.CLOSE_BRACKET);
    return names;
  }

  private ModuleName implemented() {
    tokens.next();
    tokens.next();
    ModuleName name = tokens.moduleName();
    tokens.expect(TokenKind.CLOSE_PAREN);
    return name;
  }

  private String bless() {
    tokens.next();
    tokens.next();
    String hash = tokens.text();
    tokens.expect(TokenKind.CLOSE_PAREN);
    return hash;
  }

  private String close(Token open) {
    tokens.expect(TokenKind.CLOSE_PAREN);
    return text(open.start());
  }
}
