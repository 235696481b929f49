package dev.cairn.devnet.fault;

import java.time.Duration;
import java.util.OptionalInt;

/** What goes wrong with an answer of the service API. */
public sealed interface Fault {

  /** The name by which it is asked for. */
  String name();

  /** The connection is closed and nothing is said. */
  record Drop() implements Fault {
    @Override
    public String name() {
      return "drop";
    }
  }

  /** The answer comes later. */
  record Delay(Duration by) implements Fault {

    /** Longer than any client waits. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    public Delay {
      if (by.isNegative() || by.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("A delay is 0 to 600000 ms.");
      }
    }

    @Override
    public String name() {
      return "delay";
    }
  }

  /**
   * Another status comes in place of the answer.
   *
   * @param retryAfter seconds, for the header of that name
   */
  record Status(String name, int code, String text, OptionalInt retryAfter) implements Fault {

    public Status {
      if (code < 400 || code > 599) {
        throw new IllegalArgumentException("A status that is a fault is 400 to 599.");
      }
    }
  }

  /** One character in the middle of the first hash, header or payload of the answer is another. */
  record Corrupt() implements Fault {
    @Override
    public String name() {
      return "corrupt";
    }
  }

  /** What was answered first to the same request since the rule is there is answered again. */
  record Stale() implements Fault {
    @Override
    public String name() {
      return "stale";
    }
  }

  /** The answer is the last that the same endpoint gave to another request: good, and not asked. */
  record Other() implements Fault {
    @Override
    public String name() {
      return "other";
    }
  }
}
