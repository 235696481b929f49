package dev.cairn.ntm.page;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.watch.ChainView;
import dev.cairn.ntm.watch.RecentBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The newest blocks, newest first; on a narrow page each is a card. */
final class BlockSection {

  private static final int ROWS = 10;

  /** Enough to tell two blocks apart by eye; the link leads to the file itself. */
  private static final int HASH_DIGITS = 12;

  private static final String UNREADABLE = "unreadable";

  private BlockSection() {}

  static void write(Html html, ChainView view) {
    if (view.recent().isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", "blocks");
    html.element("h2", "Newest blocks", "id", "blocks").open("table", "class", "blocks");
    html.open("thead").open("tr");
    for (String name : List.of("Block", "Sealed (UTC)", "State", "AI hits", "Supply")) {
      html.element("th", name, "scope", "col");
    }
    html.element("th", "Price", "scope", "col").element("th", "SHA-256", "scope", "col");
    html.close().close().open("tbody").line();
    newest(view.recent()).forEach(block -> row(html, view, block));
    html.close().close();
    html.open("p").element("a", "All blocks", "href", SiteLinks.BLOCKS).close();
    html.close().line();
  }

  private static List<RecentBlock> newest(List<RecentBlock> blocks) {
    List<RecentBlock> newest =
        new ArrayList<>(blocks.subList(Math.max(0, blocks.size() - ROWS), blocks.size()));
    Collections.reverse(newest);
    return newest;
  }

  private static void row(Html html, ChainView view, RecentBlock block) {
    html.open("tr").open("th", "scope", "row");
    html.element("a", "" + block.index(), "href", SiteLinks.BLOCKS + block.index().fileName());
    html.close();
    Optional<BlockData> data = block.data();
    cell(
        html,
        "Sealed (UTC)",
        data.flatMap(d -> d.timestamp(Field.TIMESTAMP)).map(Object::toString).orElse(UNREADABLE));
    state(html, view, block.index());
    cell(html, "AI hits", number(data, Field.HITS, 0));
    cell(html, "Supply", number(data, Field.SUPPLY, 2));
    cell(html, "Price", number(data, Field.NTM_IA_PRICE, 2));
    html.open("td", "data-label", "SHA-256");
    html.element("code", block.hash().hex().substring(0, HASH_DIGITS) + "…").close();
    html.close().line();
  }

  private static void cell(Html html, String label, String text) {
    html.element("td", text, "data-label", label);
  }

  private static void state(Html html, ChainView view, BlockIndex index) {
    long failures =
        view.report().failures().stream()
            .filter(failure -> failure.block().equals(Optional.of(index)))
            .count();
    html.open("td", "data-label", "State");
    html.element(
        "span",
        failures == 0 ? "✓ passed" : "✕ " + Figures.count(failures) + " failed",
        "class",
        failures == 0 ? "pill good" : "pill bad");
    html.close();
  }

  private static String number(Optional<BlockData> data, Field field, int decimals) {
    return data.isPresent() && data.get().number(field).isPresent()
        ? Figures.number(data.get().number(field).getAsDouble(), decimals)
        : UNREADABLE;
  }
}
