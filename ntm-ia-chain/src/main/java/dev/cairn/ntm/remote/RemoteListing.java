package dev.cairn.ntm.remote;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.canonical.PhpDecoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpList;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpNull;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import dev.cairn.ntm.remote.RemoteFailure.Code;
import dev.cairn.ntm.store.BlockListing;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a server lists: pages of JSON, or one page of HTML from a server that knows no
 * other. Which page comes next is reckoned from the names, never taken from the server.
 */
final class RemoteListing {

  private static final int PAGE_BLOCKS = 10_000;

  /** A page of JSON has 300 KB; of HTML this is enough for two years of blocks. */
  private static final int MAX_PAGE_BYTES = 16 << 20;

  /** Three hundred years of blocks every ten minutes. */
  private static final int MAX_PAGES = 1_700;

  private static final Pattern HTML_NAME = Pattern.compile("block_[0-9]{1,18}\\.json");

  private final RemoteClient client;
  private final URI blocks;
  private final BlockListing.Builder listing = new BlockListing.Builder();

  RemoteListing(RemoteClient client, URI blocks) {
    this.client = client;
    this.blocks = blocks;
  }

  BlockListing fetch() throws IOException {
    long after = 0;
    for (int page = 1; page <= MAX_PAGES; page++) {
      long last = page(after);
      if (last == after) {
        return listing.build();
      }
      after = last;
    }
    throw new RemoteFailure(
        Code.REMOTE_ENDLESS, "The listing has more than " + MAX_PAGES + " pages.");
  }

  /** Adds a page's names; gives the last block of it, or {@code after} if nothing follows. */
  private long page(long after) throws IOException {
    CappedBytes body = new CappedBytes(MAX_PAGE_BYTES);
    URI address = blocks.resolve("?format=json&limit=" + PAGE_BLOCKS + "&after=" + after);
    Answer answer = client.fetch(address, body);
    if (!answer.isThere()) {
      throw new RemoteFailure(Code.REMOTE_LISTING, "The server lists no blocks at " + blocks + ".");
    }
    if (!answer.whole()) {
      throw new RemoteFailure(
          Code.REMOTE_ENDLESS, "A page of the listing has more than " + MAX_PAGE_BYTES + " bytes.");
    }
    boolean html =
        answer
            .headers()
            .firstValue("Content-Type")
            .filter(t -> t.startsWith("text/html"))
            .isPresent();
    return html ? addHtml(body.toBytes(), after) : addJson(body.toBytes(), after);
  }

  private long addHtml(byte[] page, long after) {
    Matcher names = HTML_NAME.matcher(new String(page, StandardCharsets.ISO_8859_1));
    while (names.find()) {
      listing.add(names.group());
    }
    return after;
  }

  private long addJson(byte[] page, long after) throws RemoteFailure {
    PhpMap map = decode(page);
    if (!(map.members().get("blocks") instanceof PhpList names)) {
      throw new RemoteFailure(Code.REMOTE_LISTING, "The listing has no list \"blocks\".");
    }
    long last = after;
    for (PhpValue name : names.items()) {
      last = add(name, last);
    }
    boolean more = map.members().getOrDefault("next", PhpNull.NULL) != PhpNull.NULL;
    return more ? last : after;
  }

  private long add(PhpValue name, long last) throws RemoteFailure {
    if (!(name instanceof PhpText text)) {
      throw new RemoteFailure(Code.REMOTE_LISTING, "The listing names a block without a text.");
    }
    long index = BlockIndex.numberInFileName(text.value());
    if (index > 0 && index <= last) {
      throw new RemoteFailure(
          Code.REMOTE_LISTING, "The listing names block " + index + " behind block " + last + ".");
    }
    listing.add(text.value());
    return Math.max(index, last);
  }

  private static PhpMap decode(byte[] page) throws RemoteFailure {
    try {
      if (PhpDecoder.decode(page).value() instanceof PhpMap map) {
        return map;
      }
    } catch (PhpJsonException e) {
      throw new RemoteFailure(Code.REMOTE_LISTING, "The listing is not JSON. " + e.getMessage());
    }
    throw new RemoteFailure(Code.REMOTE_LISTING, "The listing is not a JSON object.");
  }
}
