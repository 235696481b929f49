package dev.cairn.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cairn ntm}: RSA-signed NTM-IA block chains. */
@Command(
    name = "ntm",
    mixinStandardHelpOptions = true,
    description = "Seals, verifies, serves and anchors NTM-IA block chains.",
    subcommands = {
      NtmSeal.class,
      NtmVerify.class,
      NtmServe.class,
      NtmRotate.class,
      NtmAnchor.class
    })
public final class Ntm implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a subcommand: seal, verify, serve, rotate or anchor.");
  }
}
