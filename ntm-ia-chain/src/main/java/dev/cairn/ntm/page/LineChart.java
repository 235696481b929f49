package dev.cairn.ntm.page;

import java.util.List;
import java.util.Locale;

/** A line through values in their order, as inline SVG; a value that is NaN leaves a gap. */
final class LineChart {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 84;

  /** Room for the line's thickness and the last point. */
  private static final int MARGIN = 6;

  private static final String LAST_POINT_RADIUS = "3.5";

  private final List<Double> values;
  private final double lowest;
  private final double highest;

  LineChart(List<Double> values) {
    this.values = List.copyOf(values);
    this.lowest =
        values.stream().filter(LineChart::isThere).min(Double::compare).orElse(Double.NaN);
    this.highest =
        values.stream().filter(LineChart::isThere).max(Double::compare).orElse(Double.NaN);
  }

  private static boolean isThere(Double value) {
    return !value.isNaN();
  }

  double lowest() {
    return lowest;
  }

  double highest() {
    return highest;
  }

  double latest() {
    return values.isEmpty() ? Double.NaN : values.get(values.size() - 1);
  }

  void write(Html html, String description) {
    html.open(
        "svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", description);
    html.element("path", "", "class", "line", "d", path());
    if (!Double.isNaN(latest())) {
      html.element(
          "circle",
          "",
          "class",
          "last",
          "cx",
          x(values.size() - 1),
          "cy",
          y(latest()),
          "r",
          LAST_POINT_RADIUS);
    }
    html.close();
  }

  /** Begins anew after each gap; a value alone is a dash, which round line ends make a dot. */
  private String path() {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      if (Double.isNaN(value)) {
        drawing = false;
        continue;
      }
      path.append(drawing ? "L" : "M").append(x(i)).append(' ').append(y(value));
      if (!drawing) {
        path.append("h0");
      }
      drawing = true;
    }
    return path.toString();
  }

  private String x(int i) {
    double share = values.size() == 1 ? 1 : (double) i / (values.size() - 1);
    return coordinate(MARGIN + share * (WIDTH - 2 * MARGIN));
  }

  private String y(double value) {
    double range = highest - lowest;
    double share = range > 0 && Double.isFinite(range) ? (value - lowest) / range : 0.5;
    return coordinate(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN));
  }

  private static String coordinate(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
