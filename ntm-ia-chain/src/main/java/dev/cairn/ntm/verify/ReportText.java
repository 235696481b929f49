package dev.cairn.ntm.verify;

import dev.cairn.ntm.keyring.FingerprintForm;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report for people: the verdict first, then the six checks, then what failed. */
public final class ReportText {

  private static final String SPACE = "  ";

  private ReportText() {}

  public static String write(VerificationReport report) {
    StringBuilder text = new StringBuilder();
    text.append(verdict(report)).append('\n');
    report
        .failureCounts()
        .forEach((group, count) -> text.append(SPACE).append(row(group, count)).append('\n'));
    for (Failure failure : report.failures()) {
      text.append(line(failure)).append('\n');
    }
    for (Warning warning : report.warnings()) {
      text.append("warning: ").append(warning.kind()).append(": ").append(warning.detail());
      text.append('\n');
    }
    return text.append(foot(report)).append('\n').toString();
  }

  private static String verdict(VerificationReport report) {
    return switch (report.status()) {
      case OK -> "VALID: all checks of " + report.blocks() + " blocks passed.";
      case EMPTY -> "VALID: the chain has no blocks yet.";
      case FAILED -> "NOT VALID: " + report.blocks() + " blocks were checked.";
    };
  }

  private static String row(CheckGroup group, long failures) {
    String name = group.key().replace('_', ' ');
    return String.format(
        Locale.ROOT, "%-17s %s", name, failures == 0 ? "ok" : failures + " failed");
  }

  private static String line(Failure failure) {
    String where = failure.block().map(index -> "block " + index).orElse("chain");
    return where + ": " + failure.check() + ": " + failure.detail();
  }

  private static String foot(VerificationReport report) {
    String forms =
        report.fingerprintForms().stream()
            .map(FingerprintForm::label)
            .collect(Collectors.joining(", "));
    return "Newest block "
        + report.headIndex()
        + ", hash "
        + report.headHash()
        + "; checked at "
        + report.checkedAt()
        + " UTC"
        + (forms.isEmpty() ? "." : "; fingerprints: " + forms + ".");
  }
}
