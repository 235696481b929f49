package dev.cairn.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.app.exit.Failure;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn submit}: posts signed events. */
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    description = "Posts signed events to a running instance and prints their event ids.")
public final class Submit implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private InstanceOption instance = new InstanceOption();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      defaultValue = "-",
      description = "Files of events, one a line; - is standard input.")
  private List<String> files;

  @Option(names = "--json", description = "Print the answer of the instance as it is.")
  private boolean json;

  @Override
  public Integer call() {
    String events =
        files.stream()
            .map(CommandFiles::read)
            .map(content -> new String(content, StandardCharsets.UTF_8).strip())
            .filter(content -> !content.isEmpty())
            .collect(Collectors.joining("\n"));
    if (events.isEmpty()) {
      throw Failure.doNot("There is no event to submit; `cairn sign` makes some.");
    }
    JsonNode answer = instance.ask(client -> client.submit(events + "\n"));
    print(answer);
    return answer.path("rejected").isEmpty() ? 0 : Failure.DO_NOT;
  }

  /** Event ids on standard output, one a line, for the next command; the rest for a person. */
  private void print(JsonNode answer) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (json) {
      out.println(answer);
      return;
    }
    for (JsonNode accepted : answer.path("accepted")) {
      out.println(accepted.path("eventId").asText());
    }
    for (JsonNode rejected : answer.path("rejected")) {
      err.printf(
          "event %s refused: %s: %s%n",
          rejected.path("index").asText(),
          rejected.path("type").asText(),
          rejected.path("detail").asText());
    }
    for (JsonNode batch : answer.path("batches")) {
      err.println("batch " + batch.path("batchId").asText(batch.asText()));
    }
  }
}
