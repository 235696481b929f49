package dev.cairn.devnet.rest;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.block.Frontier;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.store.ChainStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The two ways to list the headers of a chain: upwards as the beginning of an endless stream, or
 * downwards along a branch (reference/chainweb.md 6, "Paging" and "Branch bounds").
 */
final class HeaderLists {

  /** A node takes no more bounds of each kind. */
  private static final int MAX_BOUNDS = 32;

  private final ChainStore store;
  private final Supplier<Frontier> frontier;

  HeaderLists(ChainStore store, Supplier<Frontier> frontier) {
    this.store = store;
    this.frontier = frontier;
  }

  /** Headers by ascending height. */
  Page<BlockHeader> ascending(ChainId chain, Paging paging) {
    long end = Math.min(paging.maxHeight(), frontier.get().height(chain).value());
    long start = Math.max(paging.minHeight(), firstHeight(chain, paging));
    if (start > end) {
      return Page.empty();
    }
    long stop = Math.min(end, start + paging.limit() - 1);
    List<BlockHeader> items = new ArrayList<>();
    for (long height = start; height <= stop; height++) {
      items.add(at(chain, height));
    }
    String next =
        stop < end
            ? Paging.Next.inclusive(at(chain, stop + 1).hash())
            : Paging.Next.exclusive(items.get(items.size() - 1).hash());
    return new Page<>(items, Optional.of(next));
  }

  private long firstHeight(ChainId chain, Paging paging) {
    return paging
        .next()
        .map(next -> known(chain, next.hash()).height().value() + (next.inclusive() ? 0 : 1))
        .orElse(0L);
  }

  /** Bounds of a branch query as the client sends them. */
  record Bounds(List<Hash> upper, List<Hash> lower) {

    static Bounds read(JsonShape body) {
      return new Bounds(hashes(body, "upper"), hashes(body, "lower"));
    }

    private static List<Hash> hashes(JsonShape body, String side) {
      List<Hash> found =
          body.present(side).map(JsonShape::elements).orElse(List.of()).stream()
              .map(element -> Call.hashOf(element.text()))
              .toList();
      if (found.size() > MAX_BOUNDS) {
        String text =
            side + " branch bound limit exceeded. Only " + MAX_BOUNDS + " values are supported.";
        throw Refusal.rejectedAsJson("\"" + text + "\"");
      }
      return found;
    }
  }

  /**
   * Headers by descending height: ancestors-or-self of an upper bound that are not
   * ancestors-or-self of a lower one. All blocks are on one branch, so heights decide.
   */
  Page<BlockHeader> descending(ChainId chain, Bounds bounds, Paging paging) {
    OptionalLong top =
        bounds.upper().stream()
            .mapToLong(hash -> known(chain, hash).height().value())
            .filter(height -> !paging.hasMaxHeight() || height >= paging.maxHeight())
            .map(height -> Math.min(height, paging.maxHeight()))
            .max();
    if (top.isEmpty()) {
      return Page.empty();
    }
    long bottom = Math.max(paging.minHeight(), lowest(chain, bounds.lower()));
    return downwards(chain, Math.min(top.getAsLong(), lastHeight(chain, paging)), bottom, paging);
  }

  private Page<BlockHeader> downwards(ChainId chain, long top, long bottom, Paging paging) {
    List<BlockHeader> items = new ArrayList<>();
    long height = top;
    while (height >= bottom && items.size() < paging.limit()) {
      items.add(at(chain, height));
      height--;
    }
    Optional<String> next =
        height < bottom
            ? Optional.empty()
            : Optional.of(Paging.Next.inclusive(at(chain, height).hash()));
    return new Page<>(items, next);
  }

  private long lowest(ChainId chain, List<Hash> lower) {
    return lower.stream()
        .flatMap(hash -> store.header(chain, hash).stream())
        .mapToLong(header -> header.height().value() + 1)
        .max()
        .orElse(0);
  }

  private long lastHeight(ChainId chain, Paging paging) {
    return paging
        .next()
        .map(next -> known(chain, next.hash()).height().value() - (next.inclusive() ? 0 : 1))
        .orElse(Long.MAX_VALUE);
  }

  private BlockHeader known(ChainId chain, Hash hash) {
    return store.header(chain, hash).orElseThrow(() -> Refusal.keyNotFound(hash.toString()));
  }

  private BlockHeader at(ChainId chain, long height) {
    return store.headerAt(chain, new BlockHeight(height)).orElseThrow();
  }
}
