package dev.cairn.ntm.http;

import dev.cairn.ntm.store.ChainDirectory;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET .../last_hash.txt}: the file. */
final class GetLastHash implements Resource {

  private final ChainDirectory directory;

  GetLastHash(ChainDirectory directory) {
    this.directory = directory;
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(SitePaths.LAST_HASH);
  }

  @Override
  public CompletionStage<Answer> get(Ask ask) throws IOException, Refused {
    byte[] file =
        directory
            .readLastHash()
            .orElseThrow(() -> Refused.notFound("The chain has no last_hash.txt."));
    return CompletableFuture.completedFuture(Answer.of(Answer.TEXT, file));
  }
}
