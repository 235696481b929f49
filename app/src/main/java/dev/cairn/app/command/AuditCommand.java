package dev.cairn.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cairn audit}: what administrators did. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the acts of administration of a running instance, one JSON object a line.",
      "Each is an event like any other: `cairn evidence` fetches the evidence of its eventId."
    })
public final class AuditCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private AdminOption admin = new AdminOption();

  @Override
  public Integer call() {
    long after = 0;
    do {
      JsonNode page = admin.get("/v1/admin/audit?limit=1000&after=" + after);
      page.path("acts").forEach(act -> spec.commandLine().getOut().println(act));
      after = page.path("next").asLong(0);
    } while (after > 0);
    return 0;
  }
}
