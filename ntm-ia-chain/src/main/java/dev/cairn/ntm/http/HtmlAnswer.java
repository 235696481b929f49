package dev.cairn.ntm.http;

import dev.cairn.ntm.page.Stylesheet;
import java.nio.charset.StandardCharsets;

/** Pages. They have no script, and a browser is told to run none, whatever a block may contain. */
final class HtmlAnswer {

  private static final String POLICY =
      "default-src 'none'; style-src '"
          + Stylesheet.HASH
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private HtmlAnswer() {}

  static Answer of(String page) {
    return Answer.of(Answer.HTML, page.getBytes(StandardCharsets.UTF_8))
        .with("Content-Security-Policy", POLICY)
        .with("Referrer-Policy", "no-referrer");
  }
}
