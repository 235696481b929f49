package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockFields;
import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.block.Timestamp;
import java.util.Optional;

/** A block's times by themselves; their order along the chain is checked by {@link ChainWalk}. */
final class TimeChecks {

  private final VerifySettings settings;
  private final Findings findings;

  TimeChecks(VerifySettings settings, Findings findings) {
    this.settings = settings;
    this.findings = findings;
  }

  /** Runs them and gives the sealing time. */
  Optional<Timestamp> run(BlockFields data) {
    Optional<Timestamp> timestamp = data.timestamp(Field.TIMESTAMP);
    checkSealingTime(data, timestamp);
    checkSourceTime(data, timestamp);
    return timestamp;
  }

  private void checkSealingTime(BlockFields data, Optional<Timestamp> timestamp) {
    Optional<String> text = data.text(Field.TIMESTAMP);
    if (text.isPresent() && timestamp.isEmpty()) {
      findings.add(
          Check.TIMESTAMP_FORMAT,
          "timestamp is " + Quote.of(text.get()) + ", not a UTC time YYYY-MM-DD HH:MM:SS.");
    }
    if (timestamp.isPresent() && timestamp.get().isAfter(settings.now(), settings.skew())) {
      findings.add(
          Check.TIMESTAMP_FUTURE,
          "timestamp " + timestamp.get() + " is ahead of now, " + settings.now() + ".");
    }
  }

  private void checkSourceTime(BlockFields data, Optional<Timestamp> timestamp) {
    Optional<String> text = data.text(Field.SOURCE_TIMESTAMP);
    Optional<Timestamp> source = data.timestamp(Field.SOURCE_TIMESTAMP);
    if (text.isPresent() && source.isEmpty()) {
      findings.add(
          Check.SOURCE_TIMESTAMP,
          "source_timestamp is " + Quote.of(text.get()) + ", not a UTC time YYYY-MM-DD HH:MM:SS.");
    }
    if (source.isPresent()
        && timestamp.isPresent()
        && source.get().isAfter(timestamp.get(), settings.skew())) {
      findings.add(
          Check.SOURCE_TIMESTAMP,
          "source_timestamp " + source.get() + " is later than timestamp " + timestamp.get() + ".");
    }
  }
}
