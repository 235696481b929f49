package dev.cairn.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.register.RegisterProblems;
import dev.cairn.gateway.register.TenantEntry;
import dev.cairn.gateway.tenant.RulesJson;
import dev.cairn.gateway.tenant.TenantName;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/** {@code PATCH /v1/admin/tenants/{tenant}/rules}: other rules; what is not named stays. */
final class PatchTenantRules extends AdminEndpoint {
  private final Register register;

  PatchTenantRules(Register register) {
    super(
        AdminSpecs.change(
            HttpMethod.PATCH,
            "/v1/admin/tenants/{tenant}/rules",
            "patchTenantRules",
            "Changes the rules that are named; the others stay. For keys of `system`",
            Optional.of(RulesJson.schema("Rules to change")),
            200,
            TenantJson.SCHEMA));
    this.register = register;
  }

  @Override
  JsonNode answer(AdminCall call) {
    call.requireOperator();
    TenantName name = new TenantName(call.path("tenant"));
    TenantEntry tenant =
        register
            .tenant(name.value())
            .orElseThrow(
                () -> RegisterProblems.UNKNOWN_TENANT.because("There is no tenant " + name + "."));
    register.perform(
        call.caller().name(),
        new Act.RulesSet(name, RulesJson.change(tenant.rules(), call.body())));
    return TenantJson.of(tenant);
  }
}
