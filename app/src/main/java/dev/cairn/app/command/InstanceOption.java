package dev.cairn.app.command;

import dev.cairn.app.client.CairnClient;
import dev.cairn.app.client.Refusal;
import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that names a running instance, and what to say when it does not answer. */
final class InstanceOption {

  /** A request to the instance. */
  interface Request<T> {
    T send(CairnClient client) throws IOException;
  }

  @Option(
      names = "--at",
      defaultValue = "http://127.0.0.1:8440",
      paramLabel = "URL",
      description = "The running instance (default: ${DEFAULT-VALUE}).")
  private URI at;

  <T> T ask(Request<T> request) {
    if (at.getHost() == null || !List.of("http", "https").contains(at.getScheme())) {
      throw Failure.doNot("--at: \"" + at + "\" is no http or https address.");
    }
    try {
      return request.send(new CairnClient(at));
    } catch (Refusal refusal) {
      String message = "HTTP " + refusal.status() + ", " + refusal.getMessage();
      throw refusal.passing()
          ? Failure.tryAgain(message, refusal)
          : Failure.doNot(message, refusal);
    } catch (IOException unreachable) {
      throw Failure.tryAgain(
          "No answer from "
              + at
              + " ("
              + Explanation.of(unreachable)
              + "); is `cairn up` running there?",
          unreachable);
    }
  }
}
