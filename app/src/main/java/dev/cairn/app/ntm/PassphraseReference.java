package dev.cairn.app.ntm;

import dev.cairn.app.exit.Failure;
import dev.cairn.ntm.keyring.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a passphrase or PIN comes from: an environment variable, the first line of a file, or, with
 * neither, whoever sits at the terminal.
 */
public record PassphraseReference(Optional<String> variable, Optional<Path> file) {

  /** The secret, asked for with this prompt where a person has to type it. */
  Passphrase of(String prompt) {
    return of(prompt, System.getenv());
  }

  Passphrase of(String prompt, Map<String, String> environment) {
    return () -> {
      if (variable.isPresent()) {
        return fromEnvironment(variable.get(), environment);
      }
      return file.isPresent() ? fromFile(file.get()) : typed(prompt);
    };
  }

  private static char[] fromEnvironment(String name, Map<String, String> environment) {
    String value = environment.get(name);
    if (value == null) {
      throw Failure.doNot("The environment variable " + name + " is not set.");
    }
    return value.toCharArray();
  }

  private static char[] fromFile(Path file) throws IOException {
    return Files.readString(file).lines().findFirst().orElse("").toCharArray();
  }

  private static char[] typed(String prompt) {
    return Optional.ofNullable(System.console())
        .map(console -> console.readPassword("%s", prompt))
        .orElseThrow(
            () ->
                Failure.doNot(
                    "The key needs a passphrase; give it by an environment variable or a file."));
  }
}
