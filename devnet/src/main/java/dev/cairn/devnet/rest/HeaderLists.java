package dev.cairn.devnet.rest;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.block.Frontier;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.store.ChainStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The two ways to list the headers of a chain: upwards as the beginning of an endless stream, or
 * downwards along a branch (reference/chainweb.md 6, "Paging" and "Branch bounds").
 */
final class HeaderLists {

  /** A node takes no more bounds of each kind. */
  private static final int MAX_BOUNDS = 32;

  private static final Comparator<BlockHeader> ASCENDING =
      Comparator.comparing(BlockHeader::height).thenComparing(header -> header.hash().toString());

  private final ChainStore store;
  private final Supplier<Frontier> frontier;

  HeaderLists(ChainStore store, Supplier<Frontier> frontier) {
    this.store = store;
    this.frontier = frontier;
  }

  /** Headers by ascending height, at one height by hash; those of lost branches are among them. */
  Page<BlockHeader> ascending(ChainId chain, Paging paging) {
    long end = Math.min(paging.maxHeight(), frontier.get().height(chain).value());
    Optional<BlockHeader> from = paging.next().map(next -> known(chain, next.hash()));
    long start =
        Math.max(paging.minHeight(), from.map(header -> header.height().value()).orElse(0L));
    List<BlockHeader> items = new ArrayList<>();
    for (long height = start; height <= end && items.size() <= paging.limit(); height++) {
      store.headersAt(chain, new BlockHeight(height)).stream()
          .sorted(ASCENDING)
          .filter(header -> from.isEmpty() || begins(paging.next().get(), from.get(), header))
          .forEach(items::add);
    }
    return page(items, paging.limit());
  }

  private static boolean begins(Paging.Next next, BlockHeader from, BlockHeader header) {
    int order = ASCENDING.compare(header, from);
    return next.inclusive() ? order >= 0 : order > 0;
  }

  // An ascending list is the beginning of an endless one: it has an end only if it is empty.
  private static Page<BlockHeader> page(List<BlockHeader> items, int limit) {
    if (items.size() > limit) {
      String next = Paging.Next.inclusive(items.get(limit).hash());
      return new Page<>(items.subList(0, limit), Optional.of(next));
    }
    return items.isEmpty()
        ? Page.empty()
        : new Page<>(items, Optional.of(Paging.Next.exclusive(items.get(items.size() - 1).hash())));
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
   * ancestors-or-self of a lower one.
   */
  Page<BlockHeader> descending(ChainId chain, Bounds bounds, Paging paging) {
    BranchWalk walk = new BranchWalk(store, chain);
    Optional<BlockHeader> from = paging.next().map(next -> known(chain, next.hash()));
    // What is above the beginning of the page was on the pages before it.
    long top = from.map(header -> header.height().value()).orElse(Long.MAX_VALUE);
    for (Hash upper : bounds.upper()) {
      BlockHeader header = known(chain, upper);
      if (!paging.hasMaxHeight() || header.height().value() >= paging.maxHeight()) {
        walk.include(walk.ancestor(header, Math.min(top, paging.maxHeight())));
      }
    }
    bounds.lower().stream()
        .flatMap(hash -> store.header(chain, hash).stream())
        .forEach(walk::exclude);
    return downwards(walk, paging, from);
  }

  private static Page<BlockHeader> downwards(
      BranchWalk walk, Paging paging, Optional<BlockHeader> from) {
    List<BlockHeader> items = new ArrayList<>();
    Optional<BlockHeader> header = walk.next();
    while (header.isPresent() && header.get().height().value() >= paging.minHeight()) {
      if (from.isEmpty() || follows(paging.next().get(), from.get(), header.get())) {
        if (items.size() == paging.limit()) {
          String next = Paging.Next.inclusive(header.get().hash());
          return new Page<>(items, Optional.of(next));
        }
        items.add(header.get());
      }
      header = walk.next();
    }
    return new Page<>(items, Optional.empty());
  }

  private static boolean follows(Paging.Next next, BlockHeader from, BlockHeader header) {
    int order = BranchWalk.DESCENDING.compare(header, from);
    return next.inclusive() ? order >= 0 : order > 0;
  }

  private BlockHeader known(ChainId chain, Hash hash) {
    return store.header(chain, hash).orElseThrow(() -> Refusal.keyNotFound(hash.toString()));
  }
}
