package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn evidence}: fetches the evidence of an event. */
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    preprocessor = EvidenceCommand.DashedId.class,
    description = "Fetches the evidence of an event, waiting until it is proved.")
public final class EvidenceCommand implements Callable<Integer> {
  private static final String EVENT_ID = "[A-Za-z0-9_-]{43}";
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(60);

  @Mixin private InstanceOption instance = new InstanceOption();

  @Parameters(paramLabel = "EVENT_ID", description = "What `cairn submit` printed.")
  private String eventId;

  @Option(
      names = "--wait",
      defaultValue = "60",
      paramLabel = "SECONDS",
      description = "How long to wait for the proof (default: ${DEFAULT-VALUE}; 0: do not wait).")
  private int waitSeconds;

  @Option(
      names = "--out",
      defaultValue = "-",
      paramLabel = "FILE",
      description = "Where the evidence goes (default: ${DEFAULT-VALUE}, standard output).")
  private String out;

  @Override
  public Integer call() {
    if (!eventId.matches(EVENT_ID)) {
      throw Failure.doNot("An event id is 43 characters of base64url, not \"" + eventId + "\".");
    }
    CommandFiles.write(out, fetch(Duration.ofSeconds(Math.max(0, waitSeconds))));
    return 0;
  }

  /** Networks may take longer than the instance lets one request wait, so it is asked again. */
  private byte[] fetch(Duration wait) {
    Duration slice = wait.compareTo(LONGEST_REQUEST) > 0 ? LONGEST_REQUEST : wait;
    try {
      return instance.ask(client -> client.evidence(eventId, slice));
    } catch (Failure failure) {
      Duration left = wait.minus(LONGEST_REQUEST);
      if (failure.exitCode() != Failure.TRY_AGAIN || left.isNegative() || left.isZero()) {
        throw failure;
      }
      return fetch(left);
    }
  }

  /** One event id in 64 begins with a hyphen; it is no option for that. */
  static final class DashedId implements IParameterPreprocessor {
    @Override
    @SuppressWarnings("JdkObsolete") // the command line library hands over a Stack
    public boolean preprocess(
        Stack<String> arguments, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
      for (int i = 0; i < arguments.size(); i++) {
        if (arguments.get(i).startsWith("-") && arguments.get(i).matches(EVENT_ID)) {
          // The bottom of the stack is the end of the command line.
          arguments.add(0, arguments.remove(i));
          arguments.add(1, "--");
          return false;
        }
      }
      return false;
    }
  }
}
