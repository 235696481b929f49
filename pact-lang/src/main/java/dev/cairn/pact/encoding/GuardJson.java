package dev.cairn.pact.encoding;

import static dev.cairn.pact.encoding.RequestJson.isAbsent;
import static dev.cairn.pact.encoding.RequestJson.text;
import static dev.cairn.pact.encoding.RequestJson.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.Identifier;
import dev.cairn.pact.value.KeysetName;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognizes guards among JSON objects by their members; other members are ignored. */
final class GuardJson {
  private GuardJson() {}

  static Optional<PactValue> read(JsonNode json, int depth) {
    return keyset(json)
        .or(() -> keysetReference(json.path("keysetref")))
        .or(() -> userGuard(json, depth))
        .or(() -> capabilityGuard(json, depth))
        .or(() -> moduleGuard(json))
        .or(() -> pactGuard(json))
        .map(guard -> guard);
  }

  private static Optional<Guard> keyset(JsonNode json) {
    JsonNode keys = json.path("keys");
    JsonNode predicate = json.path("pred");
    List<String> texts = new ArrayList<>();
    keys.forEach(key -> text(key).ifPresent(texts::add));
    if (!keys.isArray() || texts.size() != keys.size()) {
      return Optional.empty();
    }
    Optional<String> name =
        isAbsent(predicate) ? Optional.of(Guard.Keyset.KEYS_ALL) : text(predicate);
    return name.filter(GuardJson::isPredicate).map(pred -> Guard.Keyset.of(texts, pred));
  }

  private static boolean isPredicate(String name) {
    return Identifier.isValid(name) || QualifiedName.parse(name).isPresent();
  }

  private static Optional<Guard> keysetReference(JsonNode name) {
    JsonNode namespace = name.path("ns");
    if (name.isTextual()) {
      return Optional.of(new Guard.KeysetReference(new KeysetName(null, name.textValue())));
    }
    return text(name.path("ksn"))
        .filter(ignored -> isAbsent(namespace) || namespace.isTextual())
        .map(ksn -> new Guard.KeysetReference(new KeysetName(namespace.textValue(), ksn)));
  }

  private static Optional<Guard> userGuard(JsonNode json, int depth) {
    JsonNode arguments = json.path("args");
    return text(json.path("fun"))
        .filter(ignored -> arguments.isArray())
        .flatMap(QualifiedName::parse)
        .map(function -> new Guard.UserGuard(function, values(arguments, depth + 1)));
  }

  private static Optional<Guard> capabilityGuard(JsonNode json, int depth) {
    JsonNode arguments = json.path("cgArgs");
    JsonNode pactId = json.path("cgPactId");
    return text(json.path("cgName"))
        .filter(ignored -> arguments.isArray() && (isAbsent(pactId) || pactId.isTextual()))
        .flatMap(QualifiedName::parse)
        .map(
            name ->
                new Guard.CapabilityGuard(name, values(arguments, depth + 1), pactId.textValue()));
  }

  private static Optional<Guard> moduleGuard(JsonNode json) {
    return text(json.path("name"))
        .flatMap(
            name ->
                RequestJson.moduleName(json.path("moduleName"))
                    .map(module -> new Guard.ModuleGuard(module, name)));
  }

  private static Optional<Guard> pactGuard(JsonNode json) {
    return text(json.path("pactId"))
        .flatMap(id -> text(json.path("name")).map(name -> new Guard.PactGuard(id, name)));
  }
}
