package dev.cairn.pact.chain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.pact.defpact.PactContinuation;
import dev.cairn.pact.defpact.PactExecution;
import dev.cairn.pact.defpact.Yield;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.keyset.KeysetNames;
import dev.cairn.pact.value.ModuleHash;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the state of a defpact out of the result of a transaction on another chain. */
public final class PactExecutionJson {

  private PactExecutionJson() {}

  /** The state of the defpact; the reverse of {@link OutcomeJson#continuation}. */
  public static PactExecution read(JsonNode json) {
    Map<String, PactExecution> nested = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.path("nested").properties()) {
      nested.put(entry.getKey(), read(entry.getValue()));
    }
    return new PactExecution(
        text(json, "pactId"),
        json.path("stepCount").asInt(),
        json.path("step").asInt(),
        json.path("stepHasRollback").asBoolean(),
        call(json.path("continuation")),
        leftBehind(json.path("yield")),
        nested);
  }

  private static PactContinuation call(JsonNode json) {
    String name = text(json, "def");
    if (!KeysetNames.isDotted(name, 3) || name.indexOf('.') < 0) {
      throw malformed("def");
    }
    return new PactContinuation(
        KeysetNames.qualifiedName(name), value(json.path("args"), PList.class));
  }

  private static @Nullable Yield leftBehind(JsonNode json) {
    if (!json.isObject()) {
      return null;
    }
    JsonNode provenance = json.path("provenance");
    return new Yield(
        value(json.path("data"), PObject.class),
        provenance.isObject() ? provenance(provenance) : null,
        json.path("source").isTextual() ? json.path("source").asText() : null);
  }

  private static Yield.Provenance provenance(JsonNode json) {
    return new Yield.Provenance(
        text(json, "targetChainId"), new ModuleHash(text(json, "moduleHash")));
  }

  private static String text(JsonNode json, String member) {
    JsonNode value = json.path(member);
    if (!value.isTextual()) {
      throw malformed(member);
    }
    return value.asText();
  }

  private static <V extends PactValue> V value(JsonNode json, Class<V> kind) {
    PactValue value = RequestJson.read(json);
    if (!kind.isInstance(value)) {
      throw malformed("value");
    }
    return kind.cast(value);
  }

  private static PactException malformed(String member) {
    return PactException.fatal(
        "Continuation Error: malformed " + member, "Continuation error: malformed " + member);
  }
}
