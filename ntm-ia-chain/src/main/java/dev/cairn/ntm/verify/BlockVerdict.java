package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one block's verification found, and its time if that can be read. */
public record BlockVerdict(List<Failure> failures, Optional<Timestamp> timestamp) {

  public BlockVerdict {
    failures = List.copyOf(failures);
  }

  public boolean isValid() {
    return failures.isEmpty();
  }

  /** Whether it parses and continues the chain, whatever its signature and figures are. */
  public boolean isLinked() {
    return failures.stream()
        .noneMatch(failure -> failure.check().group() == CheckGroup.CHAIN_INTEGRITY);
  }

  /** All failures in one line. */
  public String describe() {
    return failures.stream()
        .map(failure -> failure.check() + ": " + failure.detail())
        .collect(Collectors.joining(" "));
  }
}
