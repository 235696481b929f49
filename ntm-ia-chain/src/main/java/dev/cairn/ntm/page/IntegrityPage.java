package dev.cairn.ntm.page;

import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.watch.ChainView;
import java.util.List;

/** The verdict on a chain: the state at a glance, then the reasons, then the newest blocks. */
public final class IntegrityPage {

  private static final List<String> ON_FOOT =
      List.of(
          "# the newest block's hash is what last_hash.txt says, and each block names the one"
              + " before",
          "sha256sum block_000001.json",
          "# the signed bytes, the signature, and the check against the public key",
          "jq -jac .block_data block_000001.json | sed 's#/#\\\\/#g' > canonical.json",
          "jq -r .signature block_000001.json | base64 -d > signature.bin",
          "openssl dgst -sha256 -verify ntm_ia_public.key -signature signature.bin"
              + " canonical.json");

  private IntegrityPage() {}

  public static String write(ChainView view) {
    return Document.of("NTM-IA chain: " + headline(view.report()), html -> content(html, view));
  }

  private static String headline(VerificationReport report) {
    return switch (report.status()) {
      case OK -> "Every check passed";
      case FAILED -> "This chain does not verify";
      case EMPTY -> "The chain has no blocks yet";
    };
  }

  private static void content(Html html, ChainView view) {
    html.open("main");
    verdict(html, view);
    facts(html, view);
    CheckSection.write(html, view.report());
    FailureSection.write(html, view.report());
    MetricsSection.write(html, view.recent());
    BlockSection.write(html, view);
    onFoot(html);
    html.close();
  }

  private static void verdict(Html html, ChainView view) {
    VerificationReport report = view.report();
    html.open("header", "class", "verdict " + tone(report));
    html.open("div", "class", "badge", "aria-hidden", "true");
    html.text(report.isValid() ? (report.blocks() == 0 ? "–" : "✓") : "✕").close();
    html.open("div");
    html.element("p", "NTM-IA chain", "class", "eyebrow");
    html.element("h1", headline(report));
    html.element("p", summary(view), "class", "lead");
    html.close().close().line();
  }

  private static String tone(VerificationReport report) {
    return switch (report.status()) {
      case OK -> "good";
      case FAILED -> "bad";
      case EMPTY -> "quiet";
    };
  }

  private static String summary(ChainView view) {
    VerificationReport report = view.report();
    long failures =
        report.failureCounts().values().stream().mapToLong(Long::longValue).reduce(0, Long::sum);
    String newest =
        view.sealedAt().map(time -> ", the newest sealed " + ago(view, time)).orElse("");
    String blocks = Figures.counted(report.blocks(), "block") + newest + ".";
    return report.isValid() ? blocks : Figures.counted(failures, "failure") + " in " + blocks;
  }

  private static void facts(Html html, ChainView view) {
    VerificationReport report = view.report();
    html.open("dl", "class", "facts");
    if (report.blocks() > 0) {
      fact(html, "Newest block", Figures.count(report.headIndex()));
      view.sealedAt().ifPresent(time -> timeFact(html, view, "Sealed", time));
    }
    timeFact(html, view, "Checked", report.checkedAt());
    if (report.blocks() > 0) {
      html.open("div", "class", "wide").element("dt", "SHA-256 of the newest block");
      html.open("dd").element("code", report.headHash().hex()).close().close();
    }
    html.close().line();
  }

  private static void fact(Html html, String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }

  private static void timeFact(Html html, ChainView view, String name, Timestamp time) {
    html.open("div").element("dt", name).open("dd");
    html.element("time", time + " UTC", "datetime", Figures.machineTime(time));
    html.element("small", ago(view, time)).close().close();
  }

  private static String ago(ChainView view, Timestamp time) {
    return Figures.ago(view.now().since(time));
  }

  private static void onFoot(Html html) {
    html.open("section", "aria-labelledby", "on-foot");
    html.element("h2", "Check it yourself", "id", "on-foot");
    html.open("p").text("Take the ").element("a", "block files", "href", SiteLinks.BLOCKS);
    html.text(", ").element("a", "last_hash.txt", "href", SiteLinks.LAST_HASH).text(" and the ");
    html.element("a", "public key", "href", SiteLinks.PUBLIC_KEY);
    html.text(" (keep your own copy of the key: a server that lies gives you its own).").close();
    html.open("pre").element("code", String.join("\n", ON_FOOT)).close();
    html.open("p").text("Programs read the same verdict as ");
    html.element("a", "JSON", "href", "?format=json").text(".").close();
    html.close().line();
  }
}
