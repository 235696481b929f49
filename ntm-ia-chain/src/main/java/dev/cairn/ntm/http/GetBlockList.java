package dev.cairn.ntm.http;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpList;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpNull;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import dev.cairn.ntm.page.ListingPage;
import dev.cairn.ntm.store.BlockListing;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET .../blocks/}: names of blocks in numeric order, so many a page. */
final class GetBlockList implements Resource {

  /** A week of blocks: 40 KB of HTML. */
  private static final int DEFAULT_LIMIT = 1000;

  /** What a verifier asks for: 300 KB of JSON. */
  private static final int MAX_LIMIT = 10_000;

  private final CachedListing listing;

  GetBlockList(CachedListing listing) {
    this.listing = listing;
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(SitePaths.BLOCKS);
  }

  @Override
  public CompletionStage<Answer> get(Ask ask) throws IOException, Refused {
    long after = ask.number("after", 0, 0, Long.MAX_VALUE - 1);
    int limit = (int) ask.number("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    BlockListing all = listing.read();
    List<BlockIndex> more =
        all.from(new BlockIndex(after + 1)).limit(limit + 1L).mapToObj(BlockIndex::new).toList();
    List<BlockIndex> page = more.subList(0, Math.min(limit, more.size()));
    Optional<String> next =
        more.size() > limit
            ? Optional.of(next(ask.format(), page.get(limit - 1), limit))
            : Optional.empty();
    Answer answer =
        ask.format() == Ask.Format.JSON
            ? JsonAnswer.of(json(all.size(), page, next))
            : HtmlAnswer.of(ListingPage.write(all.size(), page, next));
    return CompletableFuture.completedFuture(
        next.map(url -> answer.with("Link", "<" + url + ">; rel=\"next\"")).orElse(answer));
  }

  private static String next(Ask.Format format, BlockIndex last, int limit) {
    String json = format == Ask.Format.JSON ? "format=json&" : "";
    return "?" + json + "after=" + last + "&limit=" + limit;
  }

  private static PhpValue json(int count, List<BlockIndex> page, Optional<String> next) {
    Map<String, PhpValue> members = new LinkedHashMap<>();
    members.put("count", new PhpInteger(count));
    members.put(
        "blocks",
        new PhpList(page.stream().<PhpValue>map(i -> new PhpText(i.fileName())).toList()));
    members.put("next", next.<PhpValue>map(PhpText::new).orElse(PhpNull.NULL));
    return new PhpMap(members);
  }
}
