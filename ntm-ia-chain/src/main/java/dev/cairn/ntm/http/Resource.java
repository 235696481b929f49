package dev.cairn.ntm.http;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** Something that can be read under one path or a family of paths. For any thread. */
interface Resource {

  boolean isAt(String path);

  /**
   * The answer, which may be a refusal. It may read files, but must not wait for a verification;
   * {@link IOException} becomes 503.
   */
  CompletionStage<Answer> get(Ask ask) throws IOException, Refused;
}
