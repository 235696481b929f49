package dev.cairn.ntm.page;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.watch.ChainView;
import dev.cairn.ntm.watch.RecentBlock;
import java.util.Optional;

/** What the newest block says, for people. */
public final class TrustPage {

  private TrustPage() {}

  public static String write(ChainView view) {
    return Document.of("NTM-IA: current data", html -> content(html, view));
  }

  private static void content(Html html, ChainView view) {
    html.open("main");
    html.element("p", "NTM-IA chain", "class", "eyebrow").element("h1", "Current data");
    Optional<RecentBlock> newest = view.newest();
    html.element("p", lead(view), "class", "lead");
    newest.flatMap(RecentBlock::data).ifPresent(data -> figures(html, data));
    html.open("p").text("The chain ");
    html.element(
        "a", view.report().isValid() ? "verifies" : "does not verify", "href", SiteLinks.INTEGRITY);
    html.text(". Programs read this as ").element("a", "JSON", "href", "?format=json");
    html.text(".").close().close();
  }

  private static String lead(ChainView view) {
    return view.newest()
        .map(
            block ->
                "Block "
                    + block.index()
                    + view.sealedAt()
                        .map(t -> ", sealed " + Figures.ago(view.now().since(t)))
                        .orElse("")
                    + ".")
        .orElse("The chain has no blocks yet.");
  }

  private static void figures(Html html, BlockData data) {
    html.open("dl", "class", "facts");
    figure(html, data, "NTM-IA price (€)", Field.NTM_IA_PRICE, 2);
    figure(html, data, "NTM price (€)", Field.NTM_ORIGINAL_PRICE, 2);
    figure(html, data, "Market cap (€)", Field.MARKET_CAP, 2);
    figure(html, data, "Supply", Field.SUPPLY, 5);
    figure(html, data, "Price note", Field.NP, 2);
    figure(html, data, "AI hits", Field.HITS, 0);
    figure(html, data, "AI user agents", Field.UAS, 0);
    figure(html, data, "Companies in the hub", Field.HUB, 0);
    figure(html, data, "Responses", Field.RESPOSTAS, 0);
    figure(html, data, "AI share", Field.PCT_IA, 6);
    figure(html, data, "AI quality index", Field.AI_INDEX, 2);
    html.close();
  }

  private static void figure(Html html, BlockData data, String name, Field field, int decimals) {
    String text =
        data.number(field).isPresent()
            ? Figures.number(data.number(field).getAsDouble(), decimals)
            : "unreadable";
    html.open("div").element("dt", name).element("dd", text).close();
  }
}
