package dev.cairn.ntm.page;

import dev.cairn.ntm.block.BlockIndex;
import java.util.List;
import java.util.Optional;

/** The names of a chain's block files, a page of them. */
public final class ListingPage {

  private ListingPage() {}

  /** {@code next} is the query of the page behind this one; empty on the last one. */
  public static String write(int count, List<BlockIndex> page, Optional<String> next) {
    return Document.of("NTM-IA blocks", html -> content(html, count, page, next));
  }

  private static void content(Html html, int count, List<BlockIndex> page, Optional<String> next) {
    html.open("main").element("h1", "Blocks");
    html.open("p", "class", "lead").text(Figures.counted(count, "block") + " in the chain");
    if (!page.isEmpty() && page.size() < count) {
      html.text("; " + page.get(0) + " to " + page.get(page.size() - 1) + " on this page");
    }
    html.text(". ").element("a", "The verdict on them", "href", "/ai-check-integrity-ntm-ia.php");
    html.text(".").close();
    html.open("ol", "class", "names").line();
    for (BlockIndex index : page) {
      html.open("li").element("a", index.fileName(), "href", index.fileName()).close().line();
    }
    html.close();
    next.ifPresent(
        query -> html.open("p").element("a", "Next page", "href", query, "rel", "next").close());
    html.close();
  }
}
