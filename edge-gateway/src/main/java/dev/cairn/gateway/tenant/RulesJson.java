package dev.cairn.gateway.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.gateway.quota.Quota;
import dev.cairn.gateway.quota.Rate;
import dev.cairn.http.Schema;
import dev.cairn.http.Schema.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules as one flat JSON object; 0 stands for no limit. */
public final class RulesJson {
  private static final String ONLY = "registeredDevicesOnly";

  /** Name and meaning of each number, in the order of the object. */
  private static final Map<String, String> NUMBERS =
      ordered(
          "maxPastSeconds", "An event's iat may be so far in the past",
          "maxFutureSeconds", "An event's iat may be so far in the future",
          "keyEventsPerSecond", "Of each API key; 0: no limit",
          "keyBurst", "Events that a key may send at once",
          "signerEventsPerSecond", "Of each signer; 0: no limit",
          "signerBurst", "Events that a signer may send at once",
          "eventsPerDay", "Of the tenant, UTC; 0: no limit",
          "eventsPerMonth", "Of the tenant, UTC; 0: no limit",
          "bytesPerDay", "Of the tenant, UTC; 0: no limit",
          "bytesPerMonth", "Of the tenant, UTC; 0: no limit");

  private RulesJson() {}

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  public static Schema schema(String description) {
    List<Member> members = new ArrayList<>();
    NUMBERS.forEach((name, text) -> members.add(Member.optional(name, Schema.integer(text))));
    members.add(Member.optional(ONLY, Schema.bool("true: a did:key as kid is refused")));
    return Schema.object(description, members);
  }

  public static ObjectNode write(TenantRules rules) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("maxPastSeconds", rules.window().past().toSeconds())
        .put("maxFutureSeconds", rules.window().future().toSeconds())
        .put("keyEventsPerSecond", rules.keyRate().perSecond())
        .put("keyBurst", rules.keyRate().burst())
        .put("signerEventsPerSecond", rules.signerRate().perSecond())
        .put("signerBurst", rules.signerRate().burst())
        .put("eventsPerDay", rules.quota().eventsPerDay())
        .put("eventsPerMonth", rules.quota().eventsPerMonth())
        .put("bytesPerDay", rules.quota().bytesPerDay())
        .put("bytesPerMonth", rules.quota().bytesPerMonth())
        .put(ONLY, rules.registeredOnly());
  }

  /**
   * The rules with the members of the object in place of theirs.
   *
   * @throws IllegalArgumentException in a whole sentence
   */
  public static TenantRules change(TenantRules rules, JsonNode changes) {
    if (!changes.isObject()) {
      throw new IllegalArgumentException("Rules are an object.");
    }
    ObjectNode all = write(rules);
    for (Map.Entry<String, JsonNode> member : changes.properties()) {
      check(member.getKey(), member.getValue());
      all.set(member.getKey(), member.getValue());
    }
    return read(all);
  }

  private static void check(String name, JsonNode value) {
    boolean flag = name.equals(ONLY);
    if (!flag && !NUMBERS.containsKey(name)) {
      throw new IllegalArgumentException("There is no rule of that name; rules are " + names());
    }
    if (flag ? !value.isBoolean() : !(value.canConvertToLong() && value.isIntegralNumber())) {
      throw new IllegalArgumentException(
          "The rule " + name + " is " + (flag ? "true or false." : "a whole number."));
    }
  }

  private static String names() {
    return String.join(", ", NUMBERS.keySet()) + ", " + ONLY + ".";
  }

  private static TenantRules read(JsonNode all) {
    return new TenantRules(
        new TimeWindow(
            Duration.ofSeconds(all.get("maxPastSeconds").longValue()),
            Duration.ofSeconds(all.get("maxFutureSeconds").longValue())),
        new Rate(all.get("keyEventsPerSecond").longValue(), all.get("keyBurst").longValue()),
        new Rate(all.get("signerEventsPerSecond").longValue(), all.get("signerBurst").longValue()),
        new Quota(
            all.get("eventsPerDay").longValue(),
            all.get("eventsPerMonth").longValue(),
            all.get("bytesPerDay").longValue(),
            all.get("bytesPerMonth").longValue()),
        all.get(ONLY).booleanValue());
  }
}
