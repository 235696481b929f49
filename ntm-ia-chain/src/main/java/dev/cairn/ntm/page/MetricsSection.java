package dev.cairn.ntm.page;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.watch.RecentBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Four figures of the newest blocks, drawn. */
final class MetricsSection {

  /** A figure that is worth a picture. */
  private enum Drawn {
    PRICE(Field.NTM_IA_PRICE, "NTM-IA price", "€", 2),
    MARKET_CAP(Field.MARKET_CAP, "Market cap", "€", 0),
    SUPPLY(Field.SUPPLY, "Supply", "", 2),
    HITS(Field.HITS, "AI hits", "", 0);

    private final Field field;
    private final String title;
    private final String unit;
    private final int decimals;

    Drawn(Field field, String title, String unit, int decimals) {
      this.field = field;
      this.title = title;
      this.unit = unit;
      this.decimals = decimals;
    }

    private String figure(double value) {
      return unit + (unit.isEmpty() ? "" : "\u00A0") + Figures.number(value, decimals);
    }
  }

  private MetricsSection() {}

  static void write(Html html, List<RecentBlock> blocks) {
    if (blocks.stream().noneMatch(block -> block.data().isPresent())) {
      return;
    }
    html.open("section", "aria-labelledby", "metrics");
    html.element("h2", "Metrics", "id", "metrics");
    html.element("p", span(blocks), "class", "span");
    html.open("div", "class", "charts").line();
    for (Drawn drawn : Drawn.values()) {
      chart(html, drawn, blocks);
    }
    html.close().close().line();
  }

  private static String span(List<RecentBlock> blocks) {
    RecentBlock first = blocks.get(0);
    RecentBlock last = blocks.get(blocks.size() - 1);
    if (blocks.size() == 1) {
      return "Block " + first.index() + time(first).map(t -> ", " + t + " UTC").orElse("");
    }
    String times =
        time(first).isPresent() && time(last).isPresent()
            ? ", " + time(first).get() + " to " + time(last).get() + " UTC"
            : "";
    return "Blocks " + first.index() + " to " + last.index() + times;
  }

  private static Optional<Timestamp> time(RecentBlock block) {
    return block.data().flatMap(data -> data.timestamp(Field.TIMESTAMP));
  }

  private static void chart(Html html, Drawn drawn, List<RecentBlock> blocks) {
    List<Double> values = new ArrayList<>();
    for (RecentBlock block : blocks) {
      values.add(block.data().map(data -> value(data, drawn.field)).orElse(Double.NaN));
    }
    LineChart line = new LineChart(values);
    html.open("figure").open("figcaption");
    html.element("span", drawn.title, "class", "title");
    html.element("span", drawn.figure(line.latest()), "class", "latest");
    html.close();
    String low = drawn.figure(line.lowest());
    String high = drawn.figure(line.highest());
    line.write(html, drawn.title + ": lowest " + low + ", highest " + high);
    html.open("p", "class", "range");
    html.element("span", "low " + low).element("span", "high " + high).close();
    html.close().line();
  }

  private static double value(BlockData data, Field field) {
    double value = data.number(field).orElse(Double.NaN);
    return Double.isFinite(value) ? value : Double.NaN;
  }
}
