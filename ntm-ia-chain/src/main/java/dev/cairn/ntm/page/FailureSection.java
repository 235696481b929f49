package dev.cairn.ntm.page;

import dev.cairn.ntm.verify.Failure;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.Warning;

/** What failed, block by block, and what a reader should know besides. */
final class FailureSection {

  /** More than anybody reads; the JSON report has them all. */
  private static final int MAX_ROWS = 100;

  private FailureSection() {}

  static void write(Html html, VerificationReport report) {
    if (!report.failures().isEmpty()) {
      failures(html, report);
    }
    if (!report.warnings().isEmpty()) {
      warnings(html, report);
    }
  }

  private static void failures(Html html, VerificationReport report) {
    html.open("section", "aria-labelledby", "failures");
    html.element("h2", "Failures", "id", "failures").open("table", "class", "failures");
    html.open("thead").open("tr");
    html.element("th", "Where", "scope", "col").element("th", "Check", "scope", "col");
    html.element("th", "What is wrong", "scope", "col").close().close();
    html.open("tbody").line();
    report.failures().stream().limit(MAX_ROWS).forEach(failure -> row(html, failure));
    html.close().close();
    int more = report.failures().size() - MAX_ROWS;
    if (more > 0) {
      html.open("p").text(Figures.count(more) + " more are in the ");
      html.element("a", "JSON report", "href", "?format=json").text(".").close();
    }
    html.close().line();
  }

  private static void row(Html html, Failure failure) {
    html.open("tr").open("td", "class", "where");
    failure
        .block()
        .ifPresentOrElse(
            index ->
                html.element("a", "Block " + index, "href", SiteLinks.BLOCKS + index.fileName()),
            () -> html.text("Chain"));
    html.close();
    html.open("td").element("code", failure.check().name()).close();
    html.element("td", failure.detail(), "class", "detail").close().line();
  }

  private static void warnings(Html html, VerificationReport report) {
    html.open("section", "aria-labelledby", "warnings");
    html.element("h2", "Good to know", "id", "warnings").open("ul", "class", "warnings").line();
    for (Warning warning : report.warnings()) {
      html.element("li", warning.detail()).line();
    }
    html.close().close().line();
  }
}
