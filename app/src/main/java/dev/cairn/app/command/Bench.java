package dev.cairn.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cairn bench}: measurements of this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures, with load that nobody would want on a real instance.",
    subcommands = {BenchGateway.class, BenchKill.class, BenchSoak.class, BenchDedup.class})
public final class Bench implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name what to measure.");
  }
}
