package dev.cairn.app.load;

import java.util.List;

/**
 * One figure of a process at each look of a soak, in order. It is flat if its median over the last
 * third of the looks is not above that over the third before: the first third fills caches and
 * compiles code, and a median does not mind one look that came at an unlucky moment.
 *
 * @param slack what chance may add to the median; a leak adds the same again in every third
 */
public record Course(String name, String unit, long slack, List<Long> values) {

  public Course {
    if (values.size() < 3) {
      throw new IllegalArgumentException(
          "A course has at least three looks, not " + values.size() + ".");
    }
    values = List.copyOf(values);
  }

  /** From the middle third to the last one; negative when it shrank. */
  public long growth() {
    int third = values.size() / 3;
    int last = values.size() - third;
    return median(values.subList(last, values.size())) - median(values.subList(last - third, last));
  }

  /** The mean of the two in the middle, where two are there. */
  private static long median(List<Long> some) {
    List<Long> sorted = some.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : Math.floorDiv(sorted.get(middle - 1) + sorted.get(middle), 2);
  }

  public boolean flat() {
    return growth() <= slack;
  }

  @Override
  public String toString() {
    return "%s: %+d %s from the second third to the last, %s (allowed: %d)"
        .formatted(name, growth(), unit, flat() ? "flat" : "NOT FLAT", slack);
  }
}
