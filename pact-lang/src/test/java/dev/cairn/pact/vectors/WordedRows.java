package dev.cairn.pact.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.pact.Evaluation;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.principal.Principal;
import dev.cairn.pact.principal.PrincipalTest;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rows that say in words what must be there before. */
final class WordedRows {
  private static final String REFERRED =
      "(interface iface (defun f (m:module{iface})))"
          + " (module my-mod G (implements iface) (defcap G () true)"
          + " (defun f (m:module{iface}) true) (defun self () (hash my-mod))"
          + " (defun all () (hash [my-mod, {'a:my-mod}, (create-user-guard (f my-mod))]))) ";

  private static final Map<String, String> HASHES =
      Map.of(
          "(hash (chain-data)) in a fresh REPL", "(hash (chain-data))",
          "(hash my-mod) for a module my-mod implementing iface", REFERRED + "(self)",
          "(hash [my-mod, {'a:my-mod}, (create-user-guard (f my-mod))])", REFERRED + "(all)");

  /** A variant of the row before it: its function and its data differ. */
  private static final String CONSTANTS =
      "(module m m-gov (defcap m-gov () true) (defconst fconst:integer (read-integer \"k\"))"
          + " (defun mdfn () %s) (defpact mdpact () (step 1)) (defschema sc a:integer)"
          + " (deftable mdtbl:{sc}))";

  private WordedRows() {}

  static void expression(JsonNode row) {
    PactValue expected = Evaluation.value(row.required("value").asText());
    assertThat(Evaluation.value(row.required("expr").asText())).isEqualTo(expected);
  }

  static void hash(JsonNode row) {
    String text = row.required("expr").asText();
    assertThat(Evaluation.value(HASHES.getOrDefault(text, text)))
        .as(text)
        .isEqualTo(new PString(row.required("value").asText()));
  }

  static Consumer<JsonNode> moduleHashes() {
    return row -> {
      String code = row.required("code").asText();
      String result = code.substring(code.lastIndexOf(' ') + 1);
      String module = code.startsWith("same") ? CONSTANTS.formatted(result) : code;
      String data = row.has("env_data") ? row.get("env_data").toString() : "{}";
      assertThat(Evaluation.value(module, RequestJson.parse(data)).toString())
          .contains(row.required("hash").asText());
    };
  }

  static Consumer<JsonNode> principals() {
    Iterator<Guard> guards = PrincipalTest.guards().iterator();
    return row ->
        assertThat(Principal.of(guards.next())).isEqualTo(row.required("principal").asText());
  }

  static void principalNamespace(JsonNode row) {
    String key = row.required("guard").asText().replaceAll(".*\\[\"|\"\\].*", "");
    Guard guard = Guard.Keyset.of(List.of(key), Guard.Keyset.KEYS_ALL);
    String code = "(+ \"n_\" (take 40 (int-to-str 16 (str-to-int 64 (hash (read-keyset 'k))))))";
    PactValue data = dev.cairn.pact.value.PObject.of(Map.of("k", guard));
    PString expected = new PString(row.required("namespace").asText());
    assertThat(Evaluation.value(code, data)).isEqualTo(expected);
    assertThat(row.required("check").asText()).isEqualTo(expected.value());
  }
}
