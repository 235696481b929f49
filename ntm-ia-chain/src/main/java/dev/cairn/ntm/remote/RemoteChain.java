package dev.cairn.ntm.remote;

import dev.cairn.ntm.store.BlockListing;
import dev.cairn.ntm.store.BlockReader;
import dev.cairn.ntm.store.ChainSource;
import dev.cairn.ntm.store.LastHash;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** A chain on a web server: the folder that holds {@code blocks/} and {@code last_hash.txt}. */
public final class RemoteChain implements ChainSource {

  /** Waits 0.2, 0.8, 3.2 .. seconds, so that a server can come back. */
  private static final RemoteClient.Pause GROWING =
      retry -> Thread.sleep(50L << Math.min(2 * retry, 10));

  private final URI folder;
  private final RemoteClient client;

  /** {@link IllegalArgumentException} unless this is a plain address of a web folder. */
  public RemoteChain(String address, RemoteSettings settings) {
    this(folder(address), new RemoteClient(settings, System::nanoTime, GROWING));
  }

  RemoteChain(URI folder, RemoteClient client) {
    this.folder = folder;
    this.client = client;
  }

  /** Whether a text means a chain on a server rather than a directory. */
  public static boolean isAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  static URI folder(String address) {
    URI uri = URI.create(address.endsWith("/") ? address : address + "/");
    if (!isAddress(address)
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getQuery() != null
        || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          "A chain's address is that of its folder, as http://host/blockchain/ntm-ia/, without"
              + " user, query and fragment.");
    }
    return uri;
  }

  @Override
  public BlockListing list() throws IOException {
    return new RemoteListing(client, folder.resolve("blocks/")).fetch();
  }

  @Override
  public BlockReader newReader() {
    return new RemoteReader(client, folder.resolve("blocks/"));
  }

  @Override
  public Optional<byte[]> readLastHash() throws IOException {
    CappedBytes body = new CappedBytes(LastHash.MAX_BYTES);
    Answer answer = client.fetch(folder.resolve("last_hash.txt"), body);
    return answer.isThere() ? Optional.of(body.toBytes()) : Optional.empty();
  }
}
