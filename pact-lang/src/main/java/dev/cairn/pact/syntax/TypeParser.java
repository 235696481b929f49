package dev.cairn.pact.syntax;

import dev.cairn.pact.value.ModuleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads types and typed names. */
final class TypeParser {
  private static final Set<String> PLAIN =
      Set.of(
          "integer", "decimal", "string", "bool", "time", "guard", "keyset", "unit", "list",
          "object");

  private final TokenStream tokens;

  TypeParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  /** {@code NAME (':' type)?}, any number of them. */
  List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    while (tokens.at(TokenKind.NAME)) {
      arguments.add(argument());
    }
    return arguments;
  }

  Argument argument() {
    Token name = tokens.expect(TokenKind.NAME);
    return new Argument(name.text(), annotation(), name.position());
  }

  /** {@code (':' type)?}. */
  @Nullable TypeName annotation() {
    return tokens.accept(TokenKind.COLON) ? type() : null;
  }

  private TypeName type() {
    tokens.enter();
    TypeName type = typeInside();
    tokens.leave();
    return type;
  }

  private TypeName typeInside() {
    if (tokens.accept(TokenKind.OPEN_BRACKET)) {
      TypeName item = type();
      tokens.expect(TokenKind.CLOSE_BRACKET);
      return new TypeName.ListOf(item);
    }
    if (tokens.acceptKeyword("module")) {
      return new TypeName.ModuleOf(interfaces());
    }
    Token word = tokens.expect(TokenKind.NAME);
    return tokens.at(TokenKind.OPEN_BRACE) ? withSchema(word) : plain(word);
  }

  private List<ModuleName> interfaces() {
    List<ModuleName> names = new ArrayList<>();
    tokens.expect(TokenKind.OPEN_BRACE);
    do {
      names.add(tokens.moduleName());
    } while (tokens.accept(TokenKind.COMMA));
    tokens.expect(TokenKind.CLOSE_BRACE);
    return names;
  }

  private TypeName withSchema(Token word) {
    tokens.expect(TokenKind.OPEN_BRACE);
    Name schema = tokens.anyName();
    tokens.expect(TokenKind.CLOSE_BRACE);
    return switch (word.text()) {
      case "object" -> new TypeName.ObjectOf(schema);
      case "table" -> new TypeName.TableOf(schema);
      default -> throw noSuchType(word);
    };
  }

  private static TypeName plain(Token word) {
    if (!PLAIN.contains(word.text())) {
      throw noSuchType(word);
    }
    return new TypeName.Plain(word.text());
  }

  private static RuntimeException noSuchType(Token word) {
    return TokenStream.failure("No such type: " + word.text(), word.position());
  }
}
