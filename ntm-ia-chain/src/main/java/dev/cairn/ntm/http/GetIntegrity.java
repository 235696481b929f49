package dev.cairn.ntm.http;

import dev.cairn.ntm.page.IntegrityPage;
import dev.cairn.ntm.verify.ReportJson;
import dev.cairn.ntm.watch.ChainView;
import dev.cairn.ntm.watch.ChainWatch;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/**
 * {@code GET /ai-check-integrity-ntm-ia.php}: the verdict. A chain that fails is an answer like any
 * other; only a check that can't run is an error.
 */
final class GetIntegrity implements Resource {

  private final ChainWatch watch;

  GetIntegrity(ChainWatch watch) {
    this.watch = watch;
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(SitePaths.INTEGRITY);
  }

  @Override
  public CompletionStage<Answer> get(Ask ask) throws IOException, Refused {
    Ask.Format format = ask.format();
    return watch.current().thenApply(view -> answer(format, view));
  }

  private static Answer answer(Ask.Format format, ChainView view) {
    return format == Ask.Format.JSON
        ? Answer.of(Answer.JSON, ReportJson.write(view.report()))
        : HtmlAnswer.of(IntegrityPage.write(view));
  }
}
