package dev.cairn.devnet.rest;

import dev.cairn.chainweb.Hash;
import java.util.Optional;

/**
 * The part of a list that a client asks for.
 *
 * @param limit most items in the answer
 * @param minHeight least block height, inclusive
 * @param maxHeight greatest block height, inclusive; {@link Long#MAX_VALUE} if the client has none
 */
record Paging(int limit, Optional<Next> next, long minHeight, long maxHeight) {

  /** Where a page begins: at a block, or behind it. */
  record Next(boolean inclusive, Hash hash) {

    static Next parse(String text) {
      int colon = text.indexOf(':');
      if (colon < 0) {
        throw unreadable("missing ':' in next item: \\\"" + text + "\\\".");
      }
      String kind = text.substring(0, colon);
      return switch (kind) {
        case "inclusive" -> new Next(true, Call.hashOf(text.substring(colon + 1)));
        case "exclusive" -> new Next(false, Call.hashOf(text.substring(colon + 1)));
        default -> throw unreadable("unrecognized next item: \\\"" + kind + "\\\".");
      };
    }

    private static Refusal unreadable(String problem) {
      return Call.unreadable("next", "TextFormatException \"" + problem + "\"");
    }

    static String inclusive(Hash hash) {
      return "inclusive:" + hash;
    }

    static String exclusive(Hash hash) {
      return "exclusive:" + hash;
    }
  }

  /** Reads the query; a limit above the endpoint's is lowered in silence, as a node does. */
  static Paging of(Call call, int most) {
    return new Paging(
        (int) Math.min(most, call.natural("limit").orElse(most)),
        call.text("next").map(Next::parse),
        call.natural("minheight").orElse(0),
        call.natural("maxheight").orElse(Long.MAX_VALUE));
  }

  boolean hasMaxHeight() {
    return maxHeight != Long.MAX_VALUE;
  }
}
