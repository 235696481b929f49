package dev.cairn.pact.syntax;

import java.util.Set;

/** Words that are part of the grammar and can't be names (reference 1.1). */
public final class Keywords {
  public static final Set<String> ALL =
      Set.of(
          "let",
          "let*",
          "lambda",
          "defun",
          "defcap",
          "defconst",
          "defschema",
          "deftable",
          "defpact",
          "interface",
          "module",
          "bless",
          "implements",
          "use",
          "true",
          "false",
          "step",
          "step-with-rollback",
          "@doc",
          "@model",
          "@event",
          "@managed");

  private Keywords() {}
}
