package dev.cairn.gateway.admin;

import static dev.cairn.http.Schema.Member.optional;
import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.gateway.apikey.ApiKey;
import dev.cairn.http.Permission;
import dev.cairn.http.Schema;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** API keys as JSON: what is known of them, which is never the secret. */
final class KeyJson {
  static final Schema PERMISSIONS =
      Schema.array(
          "what it may do",
          Schema.oneOf("a permission", List.of("submit", "read", "audit", "admin")));

  static final Schema SCHEMA =
      Schema.object(
          "An API key.",
          List.of(
              required("keyId", Schema.string("16 hexadecimal digits")),
              required("tenant", Schema.string("whose")),
              required("permissions", PERMISSIONS),
              required("note", Schema.string("what its holder calls it")),
              required("createdAt", Schema.string("RFC 3339")),
              optional("revokedAt", Schema.string("RFC 3339; from then on it is refused")),
              optional("key", Schema.string("the key itself; shown once, when it is made"))));

  private KeyJson() {}

  static ObjectNode of(ApiKey key) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("keyId", key.id().value())
            .put("tenant", key.tenant().value());
    ArrayNode permissions = json.putArray("permissions");
    sorted(key.permissions()).forEach(permissions::add);
    json.put("note", key.note()).put("createdAt", key.createdAt().toString());
    key.revokedAt().ifPresent(at -> json.put("revokedAt", at.toString()));
    return json;
  }

  private static List<String> sorted(Collection<Permission> permissions) {
    return permissions.stream().sorted().map(Permission::text).toList();
  }

  static Set<Permission> permissions(JsonNode body) {
    JsonNode list = body.path("permissions");
    if (!list.isArray()) {
      throw AdminCall.invalid(
          "The member \"permissions\" is a list of submit, read, audit, admin.");
    }
    Set<Permission> permissions = new LinkedHashSet<>();
    for (JsonNode name : list) {
      permissions.add(
          Permission.parse(name.asText())
              .orElseThrow(
                  () -> AdminCall.invalid("Permissions are submit, read, audit and admin.")));
    }
    return permissions;
  }
}
