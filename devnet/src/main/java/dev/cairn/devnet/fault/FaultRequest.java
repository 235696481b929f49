package dev.cairn.devnet.fault;

import dev.cairn.devnet.fault.FaultRule.When;
import dev.cairn.devnet.json.JsonShape;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the body that asks for a fault. */
final class FaultRequest {

  /** Patterns are tried on every request; a longer one is no path. */
  private static final int MAX_PATTERN = 200;

  private static final String EVERY_PATH = "";
  private static final String SPV_PATH = "/pact/spv$";
  private static final String TOO_YOUNG =
      "SPV target not reachable: target chain not reachable. Chainweb instance is too young";

  private FaultRequest() {}

  /** Adds the rule that the body describes. */
  static FaultRule add(JsonShape body, FaultRules rules) {
    JsonShape name = body.member("fault");
    Fault fault = fault(name, body);
    String anywhere = name.text().equals("refuse-spv") ? SPV_PATH : EVERY_PATH;
    return rules.add(
        fault, path(body, anywhere), when(body), number(body, "times").orElse(Integer.MAX_VALUE));
  }

  private static Fault fault(JsonShape name, JsonShape body) {
    return switch (name.text()) {
      case "drop" -> new Fault.Drop();
      case "delay" -> new Fault.Delay(Duration.ofMillis(body.member("millis").integer()));
      case "status" ->
          new Fault.Status(
              "status",
              Math.toIntExact(body.member("status").integer()),
              body.present("text").map(JsonShape::text).orElse(""),
              number(body, "retryAfter"));
      case "refuse-spv" -> new Fault.Status("refuse-spv", 400, TOO_YOUNG, OptionalInt.empty());
      case "corrupt" -> new Fault.Corrupt();
      case "stale" -> new Fault.Stale();
      case "other" -> new Fault.Other();
      default ->
          throw name.problem(
              "there is no fault \""
                  + name.text()
                  + "\"; there are drop, delay, status, refuse-spv, corrupt, stale, other");
    };
  }

  private static Pattern path(JsonShape body, String anywhere) {
    Optional<JsonShape> given = body.present("path");
    String text = given.map(JsonShape::text).orElse(anywhere);
    try {
      if (text.length() <= MAX_PATTERN) {
        return Pattern.compile(text);
      }
    } catch (PatternSyntaxException noPattern) {
      // Told in the same words as one that is too long.
    }
    throw given.orElse(body).problem("expected a regular expression of at most 200 characters");
  }

  private static When when(JsonShape body) {
    Optional<JsonShape> given = body.present("when");
    return switch (given.map(JsonShape::text).orElse("before")) {
      case "before" -> When.BEFORE;
      case "after" -> When.AFTER;
      default -> throw given.orElse(body).problem("expected before or after");
    };
  }

  private static OptionalInt number(JsonShape body, String name) {
    Optional<JsonShape> given = body.present(name);
    return given.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Math.toIntExact(given.get().integer()));
  }
}
