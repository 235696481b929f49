package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.pact.repl.PactRepl;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cairn pact}: runs Pact files. */
@Command(
    name = "pact",
    mixinStandardHelpOptions = true,
    description = "Runs Pact 5 files: \"Load successful\" and 0, or \"Load failed\" and 1.")
public final class Pact implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files ending in .repl or .pact.")
  private List<Path> files;

  @Override
  public Integer call() {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int exit = 0;
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw Failure.doNot("There is no file " + file + ".");
      }
      exit = Math.max(exit, PactRepl.runFile(file, out));
    }
    return exit;
  }
}
