package dev.cairn.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.apikey.KeyId;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.tenant.TenantName;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/** {@code DELETE /v1/admin/keys/{keyId}}: revokes an API key, from now on. */
final class DeleteKey extends AdminEndpoint {
  private final Register register;

  DeleteKey(Register register) {
    super(
        AdminSpecs.change(
            HttpMethod.DELETE,
            "/v1/admin/keys/{keyId}",
            "deleteKey",
            "Revokes an API key: from now on it is refused, and stays in the list",
            Optional.empty(),
            200,
            KeyJson.SCHEMA));
    this.register = register;
  }

  @Override
  JsonNode answer(AdminCall call) {
    TenantName tenant = call.tenant();
    KeyId id = new KeyId(call.path("keyId"));
    register.perform(call.caller().name(), new Act.KeyRevoked(tenant, id));
    return KeyJson.of(register.key(id).orElseThrow());
  }
}
