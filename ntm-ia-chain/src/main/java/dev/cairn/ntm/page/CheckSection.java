package dev.cairn.ntm.page;

import dev.cairn.ntm.verify.CheckGroup;
import dev.cairn.ntm.verify.VerificationReport;

/** The six rows of the protocol's check table, each with what it means and how it ended. */
final class CheckSection {

  private CheckSection() {}

  static void write(Html html, VerificationReport report) {
    html.open("section", "aria-labelledby", "checks");
    html.element("h2", "Checks", "id", "checks").open("ul", "class", "checks").line();
    report.failureCounts().forEach((group, count) -> row(html, group, count));
    html.close().close().line();
  }

  private static void row(Html html, CheckGroup group, long failures) {
    html.open("li", "class", failures == 0 ? "good" : "bad");
    html.element("span", failures == 0 ? "✓" : "✕", "class", "mark", "aria-hidden", "true");
    html.open("div").open("p", "class", "name").text(name(group) + " ");
    html.element("span", failures == 0 ? "passed" : failures(failures), "class", "state").close();
    html.element("p", meaning(group), "class", "meaning");
    html.close().close().line();
  }

  private static String failures(long count) {
    return Figures.count(count) + " failed";
  }

  private static String name(CheckGroup group) {
    return switch (group) {
      case CHAIN_INTEGRITY -> "Chain integrity";
      case SIGNATURES -> "Signatures";
      case FINGERPRINT -> "Fingerprint";
      case DATA_CONSISTENCY -> "Data consistency";
      case TIMESTAMP -> "Timestamps";
      case DATA_SOURCE -> "Data source";
    };
  }

  private static String meaning(CheckGroup group) {
    return switch (group) {
      case CHAIN_INTEGRITY ->
          "No block is missing, each names the hash of the one before it, and last_hash.txt names"
              + " the newest.";
      case SIGNATURES -> "Each block is signed (RSA, SHA-256) by a key that is known and in force.";
      case FINGERPRINT -> "Each block names the fingerprint of the key that signed it.";
      case DATA_CONSISTENCY -> "The figures can be, and prices and supply follow from them.";
      case TIMESTAMP -> "Times run forward, none lies in the future, the newest is recent.";
      case DATA_SOURCE -> "Each block names the one source of figures.";
    };
  }
}
