package dev.cairn.chainweb.pact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.JsonFields;
import java.util.ArrayList;
import java.util.List;

/**
 * One event of a transaction (reference §7.4).
 *
 * @param module full name: {@code namespace.name}, or the bare name without a namespace
 * @param moduleHash base64url text
 * @param name of the capability that emitted it
 * @param params Pact values as JSON
 */
public record PactEvent(String module, String moduleHash, String name, List<JsonNode> params) {

  public PactEvent {
    params = List.copyOf(params);
  }

  static PactEvent fromJson(JsonNode object) {
    JsonFields fields = JsonFields.of(object, "event");
    List<JsonNode> params = new ArrayList<>();
    fields.array("params").forEach(params::add);
    return new PactEvent(
        moduleName(JsonFields.of(fields.object("module"), "event's module")),
        fields.text("moduleHash"),
        fields.text("name"),
        params);
  }

  private static String moduleName(JsonFields module) {
    String name = module.text("name");
    return module.has("namespace") ? module.text("namespace") + "." + name : name;
  }
}
