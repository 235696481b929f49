package dev.cairn.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.app.exit.Failure;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn tenant}: the customers of an instance. */
@Command(
    name = "tenant",
    mixinStandardHelpOptions = true,
    description = "Makes and shows the tenants of a running instance.")
public final class TenantCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a subcommand: create, list or rules.");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Makes a tenant and prints, this once, an API key that administers it.",
        "Rules such as eventsPerDay=100000; `cairn tenant list --json` shows their names."
      })
  int create(
      @Mixin AdminOption admin,
      @Parameters(paramLabel = "TENANT", description = "1 to 63 of a-z, 0-9 and -.") String name,
      @Option(names = "--rule", paramLabel = "NAME=VALUE", description = "A rule of the tenant.")
          Map<String, String> rules) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("tenant", name);
    if (rules != null) {
      body.set("rules", rules(rules));
    }
    JsonNode made = admin.ask("POST", "/v1/admin/tenants", body);
    out().println(made.path("adminKey").asText());
    spec.commandLine()
        .getErr()
        .println("tenant " + name + " made; the line above is its key, which is not shown again");
    return 0;
  }

  @Command(
      name = "rules",
      mixinStandardHelpOptions = true,
      description = "Changes the rules that are named; the others stay.")
  int change(
      @Mixin AdminOption admin,
      @Parameters(paramLabel = "TENANT", description = "Whose rules.") String name,
      @Parameters(paramLabel = "NAME=VALUE", arity = "1..*", description = "Rules.")
          Map<String, String> rules) {
    String path = "/v1/admin/tenants/" + AdminOption.escaped(name) + "/rules";
    out().println(admin.ask("PATCH", path, rules(rules)).path("rules"));
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists tenants with what they had accepted.")
  int list(
      @Mixin AdminOption admin,
      @Option(names = "--json", description = "Print the answer of the instance as it is.")
          boolean json) {
    JsonNode answer = admin.get("/v1/admin/tenants");
    if (json) {
      out().println(answer);
      return 0;
    }
    for (JsonNode tenant : answer.path("tenants")) {
      JsonNode usage = tenant.path("usage");
      out()
          .printf(
              "%-20s %12d events today  %12d this month  %14d ever%n",
              tenant.path("tenant").asText(),
              usage.at("/day/events").asLong(),
              usage.at("/month/events").asLong(),
              usage.at("/ever/events").asLong());
    }
    return 0;
  }

  private static ObjectNode rules(Map<String, String> given) {
    ObjectNode rules = JsonNodeFactory.instance.objectNode();
    given.forEach((name, value) -> put(rules, name, value));
    return rules;
  }

  private static void put(ObjectNode rules, String name, String value) {
    if (value.matches("true|false")) {
      rules.put(name, Boolean.parseBoolean(value));
    } else if (value.matches("[0-9]{1,18}")) {
      rules.put(name, Long.parseLong(value));
    } else {
      throw Failure.doNot("The rule " + name + " is a number, true or false; not " + value + ".");
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
