package dev.cairn.ntm.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The documents that the protocol's headers point at, where the operator has put them. */
final class GetDocument implements Resource {

  /** The protocol's own text has 14 KB. */
  private static final int MAX_BYTES = 1 << 20;

  private static final String MARKDOWN = "text/markdown; charset=utf-8";

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "/NTM-IA-VERIFICATION.md", MARKDOWN,
          "/AI-TERMS.md", MARKDOWN,
          "/ai-audit-sitemap.xml", "application/xml");

  private final Optional<Path> folder;

  GetDocument(Optional<Path> folder) {
    this.folder = folder;
  }

  @Override
  public boolean isAt(String path) {
    return MEDIA_TYPES.containsKey(path);
  }

  @Override
  public CompletionStage<Answer> get(Ask ask) throws IOException, Refused {
    Optional<Path> file = folder.map(known -> known.resolve(ask.path().substring(1)));
    if (file.isEmpty() || !Files.isRegularFile(file.get(), LinkOption.NOFOLLOW_LINKS)) {
      throw Refused.notFound("This server has no such document.");
    }
    try (InputStream in = Files.newInputStream(file.get(), LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException(file.get() + " has more than " + MAX_BYTES + " bytes.");
      }
      return CompletableFuture.completedFuture(
          Answer.of(String.valueOf(MEDIA_TYPES.get(ask.path())), bytes));
    }
  }
}
