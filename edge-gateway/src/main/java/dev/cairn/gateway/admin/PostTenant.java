package dev.cairn.gateway.admin;

import static dev.cairn.http.Schema.Member.optional;
import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.apikey.KeySecret;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.tenant.RulesJson;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.gateway.tenant.TenantRules;
import dev.cairn.http.Permission;
import dev.cairn.http.Schema;
import io.vertx.core.http.HttpMethod;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code POST /v1/admin/tenants}: a new tenant, with a key to administer it. */
final class PostTenant extends AdminEndpoint {
  private static final Schema BODY =
      Schema.object(
          "A new tenant.",
          List.of(
              required("tenant", Schema.string("1 to 63 of a-z, 0-9 and -")),
              optional("rules", RulesJson.schema("What holds for its events"))));

  private final Register register;
  private final SecureRandom random;

  PostTenant(Register register, SecureRandom random) {
    super(
        AdminSpecs.change(
                HttpMethod.POST,
                "/v1/admin/tenants",
                "postTenant",
                "Makes a tenant and shows, once, an API key that administers it",
                Optional.of(BODY),
                201,
                TenantJson.SCHEMA)
            .with(List.of()));
    this.register = register;
    this.random = random;
  }

  @Override
  JsonNode answer(AdminCall call) {
    call.requireOperator();
    JsonNode body = call.body(Set.of("tenant", "rules"));
    TenantName name = new TenantName(AdminCall.text(body, "tenant"));
    TenantRules rules =
        body.has("rules")
            ? RulesJson.change(TenantRules.DEFAULT, body.get("rules"))
            : TenantRules.DEFAULT;
    KeySecret key = KeySecret.generate(random);
    register.perform(
        call.caller().name(),
        new Act.TenantCreated(name),
        new Act.RulesSet(name, rules),
        new Act.KeyCreated(
            name,
            key.id(),
            key.hash(),
            EnumSet.of(Permission.AUDIT, Permission.ADMIN),
            "made with the tenant"));
    return TenantJson.of(register.tenant(name.value()).orElseThrow()).put("adminKey", key.reveal());
  }
}
