package dev.cairn.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A command run in this process: what it printed and how it ended. */
record CommandRun(int exit, String out, String err) {

  static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Cairn.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return new CommandRun(line.execute(arguments), out.toString(), err.toString());
  }

  /** Runs the command and insists that it ends well. */
  static CommandRun good(String... arguments) {
    CommandRun run = of(arguments);
    if (run.exit != 0) {
      throw new AssertionError(String.join(" ", arguments) + " ended with " + run);
    }
    return run;
  }
}
