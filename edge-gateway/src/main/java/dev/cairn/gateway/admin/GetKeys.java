package dev.cairn.gateway.admin;

import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.gateway.apikey.ApiKey;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Permission;
import dev.cairn.http.Schema;
import java.util.Comparator;
import java.util.List;

/** {@code GET /v1/admin/keys}: the API keys of a tenant, also those that were revoked. */
final class GetKeys extends AdminEndpoint {
  private final Register register;

  GetKeys(Register register) {
    super(
        AdminSpecs.get(
            "/v1/admin/keys",
            "getKeys",
            "The API keys of a tenant, without their secrets, also those that were revoked",
            Permission.ADMIN,
            List.of(AdminSpecs.TENANT),
            Schema.object(
                "API keys.",
                List.of(required("keys", Schema.array("oldest first", KeyJson.SCHEMA))))));
    this.register = register;
  }

  @Override
  JsonNode answer(AdminCall call) {
    TenantName tenant = call.tenant();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode keys = json.putArray("keys");
    register.keys().stream()
        .filter(key -> key.tenant().equals(tenant))
        .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(key -> key.id().value()))
        .map(KeyJson::of)
        .forEach(keys::add);
    return json;
  }
}
