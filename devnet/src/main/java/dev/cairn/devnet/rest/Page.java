package dev.cairn.devnet.rest;

import dev.cairn.devnet.json.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some items of a list and where the next page begins.
 *
 * @param next empty if there is nothing to go on from
 */
record Page<T>(List<T> items, Optional<String> next) {

  Page {
    items = List.copyOf(items);
  }

  static <T> Page<T> empty() {
    return new Page<>(List.of(), Optional.empty());
  }

  /** {@code {"limit":<number of items>,"items":[..],"next":..}}. */
  String json(Function<T, String> item) {
    return "{\"limit\":"
        + items.size()
        + ",\"items\":"
        + JsonText.array(items.stream().map(item).toList())
        + ",\"next\":"
        + next.map(JsonText::quote).orElse("null")
        + "}";
  }
}
