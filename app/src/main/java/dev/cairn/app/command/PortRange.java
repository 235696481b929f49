package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;

/** The bounds of option {@code --port}. */
final class PortRange {
  private static final int LAST = 65_535;

  private PortRange() {}

  static int checked(int port) {
    if (port < 0 || port > LAST) {
      throw Failure.doNot("--port is a number from 0 to " + LAST + ", not " + port + ".");
    }
    return port;
  }
}
