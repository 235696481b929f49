package dev.cairn.pact.chain;

import dev.cairn.pact.defpact.PactContinuation;
import dev.cairn.pact.defpact.PactExecution;
import dev.cairn.pact.defpact.Yield;
import dev.cairn.pact.encoding.StableJson;
import dev.cairn.pact.eval.Event;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PString;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Parts of a command result as JSON texts, members in the chain's order (reference 3.4). */
public final class OutcomeJson {

  private OutcomeJson() {}

  /** The member {@code result}. */
  public static String result(Outcome outcome) {
    if (outcome instanceof Outcome.Success success) {
      return "{\"status\":\"success\",\"data\":" + StableJson.write(success.value()) + "}";
    }
    return "{\"status\":\"failure\",\"error\":" + error((Outcome.Failure) outcome) + "}";
  }

  /** {@code {"callStack":[],"type":…,"message":…,"info":…}}. */
  public static String error(Outcome.Failure failure) {
    return "{\"callStack\":[],\"type\":"
        + text(failure.type())
        + ",\"message\":"
        + text(failure.message())
        + ",\"info\":"
        + text(failure.info())
        + "}";
  }

  /** The member {@code events}. */
  public static String events(List<Event> events) {
    StringJoiner all = new StringJoiner(",", "[", "]");
    events.forEach(event -> all.add(event(event)));
    return all.toString();
  }

  /** One event, as a result lists it. */
  public static String event(Event event) {
    return "{\"params\":"
        + StableJson.write(event.parameters())
        + ",\"name\":"
        + text(event.name())
        + ",\"module\":"
        + module(event.module())
        + ",\"moduleHash\":"
        + text(event.moduleHash().text())
        + "}";
  }

  private static String module(ModuleName name) {
    return "{\"namespace\":" + optional(name.namespace()) + ",\"name\":" + text(name.name()) + "}";
  }

  /** The member {@code continuation}; null for no defpact. */
  public static String continuation(@Nullable PactExecution pact) {
    if (pact == null) {
      return "null";
    }
    return "{"
        + nested(pact.nested())
        + "\"executed\":null,\"pactId\":"
        + text(pact.pactId())
        + ",\"stepHasRollback\":"
        + pact.stepHasRollback()
        + ",\"step\":"
        + pact.step()
        + ",\"yield\":"
        + leftBehind(pact.yield())
        + ",\"continuation\":"
        + call(pact.continuation())
        + ",\"stepCount\":"
        + pact.stepCount()
        + "}";
  }

  private static String nested(Map<String, PactExecution> nested) {
    if (nested.isEmpty()) {
      return "";
    }
    StringJoiner all = new StringJoiner(",", "\"nested\":{", "},");
    nested.forEach((id, pact) -> all.add(text(id) + ":" + continuation(pact)));
    return all.toString();
  }

  private static String call(PactContinuation continuation) {
    return "{\"args\":"
        + StableJson.write(continuation.arguments())
        + ",\"def\":"
        + text(continuation.definition().toString())
        + "}";
  }

  private static String leftBehind(@Nullable Yield yield) {
    if (yield == null) {
      return "null";
    }
    String source = yield.source() == null ? "" : ",\"source\":" + text(yield.source());
    return "{\"data\":"
        + StableJson.write(yield.data())
        + ",\"provenance\":"
        + provenance(yield.provenance())
        + source
        + "}";
  }

  private static String provenance(Yield.@Nullable Provenance provenance) {
    if (provenance == null) {
      return "null";
    }
    return "{\"targetChainId\":"
        + text(provenance.targetChain())
        + ",\"moduleHash\":"
        + text(provenance.moduleHash().text())
        + "}";
  }

  private static String optional(@Nullable String value) {
    return value == null ? "null" : text(value);
  }

  private static String text(String value) {
    return StableJson.write(new PString(value));
  }
}
