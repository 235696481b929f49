package dev.cairn.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.app.client.CairnClient;
import dev.cairn.app.client.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** API keys of tenants whose rules are tight. */
final class BadKeys {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final CairnClient operator;

  private BadKeys(URI address, Path data) throws IOException {
    this.address = address;
    String key = Files.readString(data.resolve("keys").resolve("admin.key")).strip();
    this.operator = client(key);
  }

  private CairnClient client(String key) {
    return new CairnClient(address, new Credentials(Optional.of(key), Optional.empty()));
  }

  /**
   * {@code submit} may do nothing else; {@code quota} has one event left; {@code rate} has sent so
   * much that it must wait for minutes; {@code strict} takes registered devices only, and {@code
   * window} the events of the last hour.
   */
  static Map<String, String> of(URI address, Path data) throws IOException {
    BadKeys keys = new BadKeys(address, data);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("submit", keys.make("submitting", "{}"));
    all.put("quota", keys.make("frugal", "{\"eventsPerDay\":1}"));
    all.put("strict", keys.make("strict", "{\"registeredDevicesOnly\":true}"));
    all.put("window", keys.make("hasty", "{\"maxPastSeconds\":3600}"));
    all.put("rate", keys.make("slow", "{\"keyEventsPerSecond\":1,\"keyBurst\":1}"));
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      many.append(BadRequests.signed("rate-" + i, "1")).append('\n');
    }
    keys.client(all.get("rate")).submit(many.toString());
    return all;
  }

  private String make(String tenant, String rules) throws IOException {
    JsonNode body = JSON.readTree("{\"tenant\":\"%s\",\"rules\":%s}".formatted(tenant, rules));
    operator.ask("POST", "/v1/admin/tenants", body);
    JsonNode permissions = JSON.readTree("{\"permissions\":[\"submit\"]}");
    return operator
        .ask("POST", "/v1/admin/keys?tenant=" + tenant, permissions)
        .path("key")
        .asText();
  }
}
