package dev.cairn.app.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** What one load showed. */
public final class LoadReport {

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  LoadReport(
      LoadSettings settings,
      int requests,
      Tally tally,
      double eventsPerWrite,
      double seconds,
      double cpuSeconds,
      OptionalDouble openssl,
      double checks,
      Histogram fsyncMicros,
      long residentBefore,
      long residentAfter,
      Map<String, Double> cpuShares) {
    double perCpuSecond = tally.accepted() / cpuSeconds;
    json.put("loop", settings.eventsPerSecond().isPresent() ? "open" : "closed");
    json.put("eventsPerRequest", settings.eventsPerRequest());
    json.put("connections", settings.connections());
    json.put("seconds", seconds);
    json.put("requests", requests);
    json.put("accepted", tally.accepted());
    json.put("refused", tally.refused());
    json.put("eventsPerSecond", tally.accepted() / seconds);
    json.put("eventsPerWrite", eventsPerWrite);
    json.put("latencyMillisP50", tally.latencyMillis(50));
    json.put("latencyMillisP95", tally.latencyMillis(95));
    json.put("latencyMillisP99", tally.latencyMillis(99));
    json.put("latencyMillisMax", tally.latencyMillis(100));
    json.put("fsyncMillisP50", fsyncMicros.getValueAtPercentile(50) / 1000.0);
    json.put("fsyncMillisP99", fsyncMicros.getValueAtPercentile(99) / 1000.0);
    json.put("gatewayCpuSeconds", cpuSeconds);
    json.put("eventsPerGatewayCpuSecond", perCpuSecond);
    json.put("provider", settings.provider().name());
    json.put("providerChecksPerCpuSecond", checks);
    openssl.ifPresent(rate -> json.put("opensslVerifiesPerSecond", rate));
    openssl.ifPresent(rate -> json.put("ratioToOpenssl", perCpuSecond / rate));
    json.put("residentMegabytesBefore", residentBefore >> 20);
    json.put("residentMegabytesAfter", residentAfter >> 20);
    cpuShares.forEach(
        (kind, share) ->
            json.put("microsPerEvent " + kind, share * cpuSeconds * 1e6 / tally.accepted()));
  }

  public ObjectNode toJson() {
    return json;
  }

  /** A figure of the report by its name there. */
  public double figure(String name) {
    return json.path(name).asDouble();
  }

  public String toTable() {
    StringBuilder table = new StringBuilder();
    json.properties()
        .forEach(
            field ->
                table.append(
                    String.format(
                        Locale.ROOT, "  %-36s %s%n", field.getKey(), shown(field.getValue()))));
    return table.toString();
  }

  private static String shown(JsonNode value) {
    return value.isDouble()
        ? String.format(Locale.ROOT, value.asDouble() < 100 ? "%.2f" : "%.0f", value.asDouble())
        : value.asText();
  }
}
