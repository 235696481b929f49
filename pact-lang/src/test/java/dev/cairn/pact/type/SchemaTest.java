package dev.cairn.pact.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.chain.Runs;
import org.junit.jupiter.api.Test;

class SchemaTest {

  /** Each schema has the one before twice: a few dozen lines describe more fields than atoms. */
  @Test
  void schemaThatDoublesAtEachStep_isRefused() {
    StringBuilder module =
        new StringBuilder("(module m G (defcap G () true) (defschema s0 a:integer)");
    for (int i = 1; i <= 60; i++) {
      String before = "object{s" + (i - 1) + "}";
      module.append("(defschema s" + i + " a:" + before + " b:" + before + ")");
    }
    assertThat(new Runs().fail(module.append(")").toString()).message())
        .startsWith("Schema m.s")
        .endsWith(" has more than 10000 fields or 100 levels");
  }

  @Test
  void longChainOfSchemas_isRefused() {
    StringBuilder module =
        new StringBuilder("(module m G (defcap G () true) (defschema s0 a:integer)");
    for (int i = 1; i <= 5_000; i++) {
      module.append("(defschema s" + i + " a:object{s" + (i - 1) + "})");
    }
    assertThat(new Runs().fail(module.append(")").toString()).message())
        .endsWith(" has more than 10000 fields or 100 levels");
  }
}
