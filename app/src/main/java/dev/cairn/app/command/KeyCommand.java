package dev.cairn.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn key}: the API keys of a tenant. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = "Makes, shows and revokes API keys of a running instance.")
public final class KeyCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a subcommand: create, list or revoke.");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Makes an API key and prints it, this once.",
        "submit posts events; read fetches what is named by id; audit lists; admin makes keys and"
            + " registers devices."
      })
  int create(
      @Mixin AdminOption admin,
      @Parameters(
              paramLabel = "PERMISSION",
              arity = "1..4",
              description = "submit, read, audit, admin.")
          List<String> permissions,
      @Option(names = "--note", defaultValue = "", description = "What to call it.") String note) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode list = body.putArray("permissions");
    permissions.forEach(list::add);
    body.put("note", note);
    JsonNode made = admin.ask("POST", "/v1/admin/keys", body);
    out().println(made.path("key").asText());
    spec.commandLine()
        .getErr()
        .println(
            "key " + made.path("keyId").asText() + " of tenant " + made.path("tenant").asText());
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the API keys of a tenant, without their secrets.")
  int list(
      @Mixin AdminOption admin,
      @Option(names = "--json", description = "Print the answer of the instance as it is.")
          boolean json) {
    JsonNode answer = admin.get("/v1/admin/keys");
    if (json) {
      out().println(answer);
      return 0;
    }
    for (JsonNode key : answer.path("keys")) {
      String state = key.has("revokedAt") ? "revoked " + key.path("revokedAt").asText() : "live";
      out()
          .printf(
              "%s  %-24s  %s  %s%n",
              key.path("keyId").asText(), permissions(key), state, key.path("note").asText());
    }
    return 0;
  }

  private static String permissions(JsonNode key) {
    return StreamSupport.stream(key.path("permissions").spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(","));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Revokes an API key: from now on it is refused.")
  int revoke(
      @Mixin AdminOption admin,
      @Parameters(paramLabel = "KEY_ID", description = "As `cairn key list` shows it.") String id) {
    JsonNode revoked = admin.delete("/v1/admin/keys/" + AdminOption.escaped(id));
    out().println(revoked.path("keyId").asText() + " revoked");
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
