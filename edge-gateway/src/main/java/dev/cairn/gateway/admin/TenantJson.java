package dev.cairn.gateway.admin;

import static dev.cairn.http.Schema.Member.optional;
import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.gateway.quota.Count;
import dev.cairn.gateway.quota.UsageTotals;
import dev.cairn.gateway.register.TenantEntry;
import dev.cairn.gateway.tenant.RulesJson;
import dev.cairn.http.Schema;
import java.util.List;

/** A tenant, its rules and its counts as JSON. */
final class TenantJson {
  private static final Schema COUNT =
      Schema.object(
          "Accepted events.",
          List.of(
              required("events", Schema.integer("how many")),
              required("bytes", Schema.integer("of their compact serializations"))));

  static final Schema SCHEMA =
      Schema.object(
          "A tenant.",
          List.of(
              required("tenant", Schema.string("its name")),
              required("rules", RulesJson.schema("What holds for its events")),
              required(
                  "usage",
                  Schema.object(
                      "What was accepted; counts are written down once a second.",
                      List.of(
                          required("date", Schema.string("the day, UTC")),
                          required("day", COUNT),
                          required("month", COUNT),
                          required("ever", COUNT)))),
              optional("adminKey", Schema.string("shown once: an API key that administers it"))));

  private TenantJson() {}

  static ObjectNode of(TenantEntry tenant) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("tenant", tenant.name().value());
    json.set("rules", RulesJson.write(tenant.rules()));
    UsageTotals totals = tenant.usage().totals();
    ObjectNode usage = json.putObject("usage").put("date", totals.day().toString());
    usage.set("day", count(totals.ofDay()));
    usage.set("month", count(totals.ofMonth()));
    usage.set("ever", count(totals.ever()));
    return json;
  }

  private static ObjectNode count(Count count) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("events", count.events())
        .put("bytes", count.bytes());
  }
}
