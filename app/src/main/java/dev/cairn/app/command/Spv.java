package dev.cairn.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cairn spv}: proofs as nodes make them. */
@Command(
    name = "spv",
    mixinStandardHelpOptions = true,
    description = "Works on SPV proofs as Chainweb nodes make them.",
    subcommands = SpvVerify.class)
public final class Spv implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a subcommand: verify.");
  }
}
