package dev.cairn.pact.keyset;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.value.KeysetName;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.QualifiedName;
import java.util.regex.Pattern;

/** Reads the names of keysets, modules and functions out of strings. */
public final class KeysetNames {
  private static final Pattern IDENTIFIER =
      Pattern.compile("[a-zA-Z%#+\\-_&$@<>=^?*!|/~][a-zA-Z0-9%#+\\-_&$@<>=^?*!|/~]*");
  private static final int SHOWN_ON_CHAIN = 20;

  private KeysetNames() {}

  /** {@code ns.name}; any other text that is not empty is a name without namespace. */
  public static KeysetName keysetName(String text) {
    int dot = text.indexOf('.');
    if (dot > 0
        && IDENTIFIER.matcher(text.substring(0, dot)).matches()
        && IDENTIFIER.matcher(text.substring(dot + 1)).matches()) {
      return new KeysetName(text.substring(0, dot), text.substring(dot + 1));
    }
    if (text.isEmpty()) {
      throw PactException.fatal(
          "Invalid keyset name format: " + text, "Invalid keyset name format: " + shortened(text));
    }
    return new KeysetName(null, text);
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN_ON_CHAIN ? text : text.substring(0, SHOWN_ON_CHAIN) + "...";
  }

  /** {@code m.f} or {@code ns.m.f}. */
  public static QualifiedName qualifiedName(String text) {
    int dot = text.lastIndexOf('.');
    return new QualifiedName(moduleName(text.substring(0, dot)), text.substring(dot + 1));
  }

  /** {@code m} or {@code ns.m}. */
  public static ModuleName moduleName(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? ModuleName.root(text)
        : new ModuleName(text.substring(0, dot), text.substring(dot + 1));
  }

  /** Whether the text is {@code m}, {@code ns.m} and so on, of at most so many parts. */
  public static boolean isDotted(String text, int parts) {
    String[] names = text.split("\\.", -1);
    if (names.length > parts) {
      return false;
    }
    for (String name : names) {
      if (!IDENTIFIER.matcher(name).matches()) {
        return false;
      }
    }
    return true;
  }
}
