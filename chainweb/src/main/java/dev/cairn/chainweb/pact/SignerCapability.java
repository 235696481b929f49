package dev.cairn.chainweb.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.JsonFields;
import java.util.ArrayList;
import java.util.List;

/**
 * A capability that a signature is limited to.
 *
 * @param name qualified, as {@code coin.GAS}
 * @param args Pact values as JSON
 */
public record SignerCapability(String name, List<JsonNode> args) {

  public SignerCapability {
    args = List.copyOf(args);
    if (!name.contains(".")) {
      throw new IllegalArgumentException(
          "A signer's capability has a qualified name, not \"" + name + "\".");
    }
  }

  public static SignerCapability of(String name, JsonNode... args) {
    return new SignerCapability(name, List.of(args));
  }

  static SignerCapability fromJson(JsonNode object) {
    JsonFields fields = JsonFields.of(object, "capability");
    List<JsonNode> args = new ArrayList<>();
    fields.array("args").forEach(args::add);
    return new SignerCapability(fields.text("name"), args);
  }

  ObjectNode toJson() {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("name", name);
    ArrayNode array = object.putArray("args");
    args.forEach(array::add);
    return object;
  }
}
