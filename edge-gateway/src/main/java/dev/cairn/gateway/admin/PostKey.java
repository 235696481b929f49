package dev.cairn.gateway.admin;

import static dev.cairn.http.Schema.Member.optional;
import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.apikey.KeySecret;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Schema;
import io.vertx.core.http.HttpMethod;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code POST /v1/admin/keys}: a new API key, shown this once. */
final class PostKey extends AdminEndpoint {
  private static final Schema BODY =
      Schema.object(
          "A new API key.",
          List.of(
              required("permissions", KeyJson.PERMISSIONS),
              optional("note", Schema.string("what to call it, up to 128 characters"))));

  private final Register register;
  private final SecureRandom random;

  PostKey(Register register, SecureRandom random) {
    super(
        AdminSpecs.change(
            HttpMethod.POST,
            "/v1/admin/keys",
            "postKey",
            "Makes an API key and shows it, once",
            Optional.of(BODY),
            201,
            KeyJson.SCHEMA));
    this.register = register;
    this.random = random;
  }

  @Override
  JsonNode answer(AdminCall call) {
    TenantName tenant = call.tenant();
    JsonNode body = call.body(Set.of("permissions", "note"));
    String note = AdminCall.optionalText(body, "note").orElse("");
    KeySecret secret = KeySecret.generate(random);
    Act.KeyCreated created =
        new Act.KeyCreated(tenant, secret.id(), secret.hash(), KeyJson.permissions(body), note);
    register.perform(call.caller().name(), created);
    return KeyJson.of(register.key(secret.id()).orElseThrow()).put("key", secret.reveal());
  }
}
