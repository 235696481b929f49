package dev.cairn.ntm.remote;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.store.BlockReader;
import dev.cairn.ntm.store.BlockReading;
import java.io.IOException;
import java.net.URI;

/** Reads blocks from a server, one after the other. */
final class RemoteReader implements BlockReader {

  private final RemoteClient client;
  private final URI blocks;
  private final BlockBody body = new BlockBody();

  RemoteReader(RemoteClient client, URI blocks) {
    this.client = client;
    this.blocks = blocks;
  }

  @Override
  public BlockReading read(BlockIndex index) throws IOException {
    Answer answer = client.fetch(blocks.resolve(index.fileName()), body);
    if (!answer.isThere()) {
      return new BlockReading.NoFile("not there, says the server");
    }
    return answer.whole()
        ? new BlockReading.Read(body.finish())
        : new BlockReading.TooLarge(body.size());
  }

  @Override
  public void close() {}
}
