package dev.cairn.app.command;

import dev.cairn.app.client.CairnClient;
import dev.cairn.app.client.Credentials;
import dev.cairn.app.client.Refusal;
import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "A file with the API key to use (default: environment variable CAIRN_API_KEY).")
  private @Nullable Path apiKeyFile;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "For https: believe servers with this certificate, or signed by it (PEM).")
  private @Nullable Path authority;

  /** The API key that was given in one of the two ways. */
  Optional<String> apiKey() {
    return apiKeyFile == null
        ? Optional.ofNullable(System.getenv("CAIRN_API_KEY")).filter(key -> !key.isBlank())
        : Optional.of(ApiKeyFile.read(apiKeyFile));
  }

  <T> T ask(Request<T> request) {
    return ask(apiKey(), request);
  }

  /** Asks with that key. */
  <T> T ask(Optional<String> apiKey, Request<T> request) {
    if (at.getHost() == null || !List.of("http", "https").contains(at.getScheme())) {
      throw Failure.doNot("--at: \"" + at + "\" is no http or https address.");
    }
    try {
      Credentials credentials =
          new Credentials(apiKey, Optional.ofNullable(authority).map(TrustedAuthority::context));
      return request.send(new CairnClient(at, credentials));
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
