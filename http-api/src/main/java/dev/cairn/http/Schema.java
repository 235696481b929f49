package dev.cairn.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A JSON Schema (2020-12, as OpenAPI 3.1 uses it) of a value that crosses the wire. */
public record Schema(ObjectNode json) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** A member of an object schema. */
  public record Member(String name, Schema schema, boolean required) {
    public static Member required(String name, Schema schema) {
      return new Member(name, schema, true);
    }

    public static Member optional(String name, Schema schema) {
      return new Member(name, schema, false);
    }
  }

  public static Schema string(String description) {
    return typed("string", description);
  }

  /** A string that matches a regular expression. */
  public static Schema string(String description, String pattern) {
    Schema schema = string(description);
    schema.json.put("pattern", pattern);
    return schema;
  }

  /** A string that is one of the values. */
  public static Schema oneOf(String description, List<String> values) {
    Schema schema = string(description);
    values.forEach(schema.json.putArray("enum")::add);
    return schema;
  }

  public static Schema integer(String description) {
    return typed("integer", description);
  }

  public static Schema bool(String description) {
    return typed("boolean", description);
  }

  public static Schema array(String description, Schema items) {
    Schema schema = typed("array", description);
    schema.json.set("items", items.json);
    return schema;
  }

  public static Schema object(String description, List<Member> members) {
    Schema schema = typed("object", description);
    ObjectNode properties = schema.json.putObject("properties");
    members.forEach(member -> properties.set(member.name(), member.schema().json()));
    List<String> required = members.stream().filter(Member::required).map(Member::name).toList();
    if (!required.isEmpty()) {
      required.forEach(schema.json.putArray("required")::add);
    }
    return schema;
  }

  /** An object whose members are described elsewhere, named in the description. */
  public static Schema anyObject(String description) {
    return typed("object", description);
  }

  public JsonNode toJson() {
    return json.deepCopy();
  }

  private static Schema typed(String type, String description) {
    return new Schema(JSON.objectNode().put("type", type).put("description", description));
  }
}
