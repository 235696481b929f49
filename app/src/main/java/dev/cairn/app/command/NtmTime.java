package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.ntm.block.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time that a command runs at: what {@code --now} says, or the clock. */
final class NtmTime {
  private NtmTime() {}

  static Timestamp of(@Nullable String text) {
    if (text == null) {
      return Timestamp.of(Instant.now());
    }
    return Timestamp.parse(text)
        .orElseThrow(
            () -> Failure.doNot("--now is YYYY-MM-DD HH:MM:SS in UTC, not \"" + text + "\"."));
  }
}
