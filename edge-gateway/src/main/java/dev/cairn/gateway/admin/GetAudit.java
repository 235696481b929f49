package dev.cairn.gateway.admin;

import static dev.cairn.http.Schema.Member.optional;
import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.gateway.act.ActJson;
import dev.cairn.gateway.register.LoggedAct;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Parameter;
import dev.cairn.http.Permission;
import dev.cairn.http.Schema;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/admin/audit}: what administrators did, with the ids of the events of that. */
final class GetAudit extends AdminEndpoint {
  private final Register register;

  GetAudit(Register register) {
    super(
        AdminSpecs.get(
            "/v1/admin/audit",
            "getAudit",
            "The acts of administration in their order; each is an event, and has evidence",
            Permission.AUDIT,
            List.of(
                Parameter.query(
                    "tenant",
                    "About whom; the key's own tenant, or all for keys of `system`.",
                    Schema.string("a tenant")),
                AdminSpecs.LIMIT,
                Parameter.query(
                    "after", "Go on after this number.", Schema.integer("the member `next`"))),
            Schema.object(
                "A page of the audit log.",
                List.of(
                    required("acts", Schema.array("in their order", act())),
                    optional("next", Schema.integer("there may be more: give this as `after`"))))));
    this.register = register;
  }

  private static Schema act() {
    return Schema.object(
        "An act; further members depend on it.",
        List.of(
            required("act", Schema.string("what was done, such as key-created")),
            required("number", Schema.integer("place in the log of the instance, from 1")),
            required("at", Schema.string("RFC 3339")),
            required("by", Schema.string("name of the key that was used")),
            required("tenant", Schema.string("about whom")),
            required("eventId", Schema.string("leads to the evidence of the act"))));
  }

  @Override
  JsonNode answer(AdminCall call) {
    int limit = (int) call.number("limit", AdminSpecs.MAX_LIMIT, AdminSpecs.DEFAULT_LIMIT);
    long after = call.number("after", Long.MAX_VALUE, 0);
    List<LoggedAct> page = register.acts(tenant(call), after, limit);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode acts = json.putArray("acts");
    for (LoggedAct act : page) {
      acts.add(ActJson.write(act.entry()).put("eventId", act.event().id().toString()));
    }
    if (page.size() == limit && limit > 0) {
      json.put("next", page.get(limit - 1).entry().number());
    }
    return json;
  }

  private static Optional<TenantName> tenant(AdminCall call) {
    boolean all = call.caller().operator() && call.query("tenant").isEmpty();
    return all ? Optional.empty() : Optional.of(call.tenant());
  }
}
