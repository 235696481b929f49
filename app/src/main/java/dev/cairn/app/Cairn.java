package dev.cairn.app;

import dev.cairn.app.command.AuditCommand;
import dev.cairn.app.command.Bench;
import dev.cairn.app.command.DemoCommand;
import dev.cairn.app.command.Deploy;
import dev.cairn.app.command.DeviceCommand;
import dev.cairn.app.command.DevnetCommand;
import dev.cairn.app.command.EvidenceCommand;
import dev.cairn.app.command.GatewayCommand;
import dev.cairn.app.command.KeyCommand;
import dev.cairn.app.command.Keygen;
import dev.cairn.app.command.Ntm;
import dev.cairn.app.command.Pact;
import dev.cairn.app.command.Sign;
import dev.cairn.app.command.Spv;
import dev.cairn.app.command.Submit;
import dev.cairn.app.command.TenantCommand;
import dev.cairn.app.command.Trust;
import dev.cairn.app.command.Up;
import dev.cairn.app.command.Verify;
import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code cairn} command line. */
@Command(
    name = "cairn",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Signed events in, evidence that anyone can check offline out.",
    footer = {"", "Exit codes: 0 good; 1 try again (network, timeout); 2 do not (bad input)."},
    subcommands = {
      Up.class,
      GatewayCommand.class,
      DemoCommand.class,
      DevnetCommand.class,
      Deploy.class,
      Keygen.class,
      Sign.class,
      Submit.class,
      EvidenceCommand.class,
      Trust.class,
      Verify.class,
      TenantCommand.class,
      KeyCommand.class,
      DeviceCommand.class,
      AuditCommand.class,
      Spv.class,
      Pact.class,
      Ntm.class,
      Bench.class,
    })
public final class Cairn implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Cairn.class);

  /** The width of descriptions in the sources. */
  private static final int HELP_WIDTH = 100;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    try {
      return commandLine().execute(arguments);
    } catch (OutOfMemoryError tooLarge) {
      System.err.println("cairn: This needs more memory; CAIRN_MAX_HEAP sets it, as in 512m.");
      return Failure.DO_NOT;
    }
  }

  /** The command line, ready to execute; its output can be turned elsewhere. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Cairn());
    line.setExecutionExceptionHandler((thrown, command, parsed) -> explain(thrown, command));
    line.setUsageHelpWidth(HELP_WIDTH);
    giveVersion(line);
    return line;
  }

  private static void giveVersion(CommandLine line) {
    line.getCommandSpec().versionProvider(new Version());
    line.getSubcommands().values().forEach(Cairn::giveVersion);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a subcommand.");
  }

  /** A failure that was foreseen is one sentence; any other one is a defect and shows its trace. */
  private static int explain(Exception thrown, CommandLine command) throws Exception {
    if (thrown instanceof Failure failure) {
      command.getErr().println("cairn: " + failure.getMessage());
      return failure.exitCode();
    }
    Optional<String> explanation = Explanation.ofForeseen(thrown);
    if (explanation.isEmpty()) {
      throw thrown;
    }
    LOG.debug("The command ended so", thrown);
    command.getErr().println("cairn: " + explanation.get());
    return Failure.DO_NOT;
  }
}
