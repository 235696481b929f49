package dev.cairn.gateway.admin;

import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.gateway.register.Register;
import dev.cairn.http.Permission;
import dev.cairn.http.Schema;
import java.util.List;

/** {@code GET /v1/admin/tenants}: the tenants that the caller may see. */
final class GetTenants extends AdminEndpoint {
  private final Register register;

  GetTenants(Register register) {
    super(
        AdminSpecs.get(
            "/v1/admin/tenants",
            "getTenants",
            "Tenants with their rules and what they used: all for keys of `system`, else one's own",
            Permission.AUDIT,
            List.of(),
            Schema.object(
                "Tenants.",
                List.of(required("tenants", Schema.array("sorted by name", TenantJson.SCHEMA))))));
    this.register = register;
  }

  @Override
  JsonNode answer(AdminCall call) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode tenants = json.putArray("tenants");
    register.tenants().stream()
        .filter(tenant -> call.caller().sees(tenant.name().value()))
        .map(TenantJson::of)
        .forEach(tenants::add);
    return json;
  }
}
