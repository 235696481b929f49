package dev.cairn.ntm.http;

import dev.cairn.ntm.page.TrustPage;
import dev.cairn.ntm.watch.ChainView;
import dev.cairn.ntm.watch.ChainWatch;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** {@code GET /ntm-ia-trust.php}: what the newest block says, and where to check it. */
final class GetTrust implements Resource {

  private final ChainWatch watch;
  private final Supplier<URI> base;

  GetTrust(ChainWatch watch, Supplier<URI> base) {
    this.watch = watch;
    this.base = base;
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(SitePaths.TRUST);
  }

  @Override
  public CompletionStage<Answer> get(Ask ask) throws IOException, Refused {
    Ask.Format format = ask.formatOrAccepted();
    return watch.current().thenApply(view -> answer(format, view).with("Vary", "Accept"));
  }

  private Answer answer(Ask.Format format, ChainView view) {
    return format == Ask.Format.JSON
        ? withProtocolHeaders(JsonAnswer.of(TrustJson.of(view, base.get())))
        : HtmlAnswer.of(TrustPage.write(view));
  }

  private Answer withProtocolHeaders(Answer answer) {
    String specification = base.get().resolve("/NTM-IA-VERIFICATION.md").toString();
    return answer
        .with("Link", "<" + specification + ">; rel=\"describedby\"")
        .with("X-NTM-IA-Verification", specification)
        .with("X-NTM-IA-Chain-Type", "ntm-ia-token")
        .with("X-NTM-IA-Machine-Verifiable", "true")
        .with("X-NTM-IA-Audit-Sitemap", base.get().resolve("/ai-audit-sitemap.xml").toString())
        .with("X-NTM-IA-AI-Terms", base.get().resolve("/AI-TERMS.md").toString());
  }
}
