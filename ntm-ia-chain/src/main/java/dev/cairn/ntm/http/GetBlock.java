package dev.cairn.ntm.http;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.store.BlockFile;
import dev.cairn.ntm.store.ChainDirectory;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET .../blocks/block_NNNNNN.json}: the file's bytes. */
final class GetBlock implements Resource {

  /** A published block never changes; a year is as long as caches are asked to keep anything. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final ChainDirectory directory;

  GetBlock(ChainDirectory directory) {
    this.directory = directory;
  }

  /** Only the one name that a block's file has: no other padding, no escapes, no way out. */
  @Override
  public boolean isAt(String path) {
    return index(path).isPresent();
  }

  private static Optional<BlockIndex> index(String path) {
    return path.startsWith(SitePaths.BLOCKS)
        ? BlockIndex.ofFileName(path.substring(SitePaths.BLOCKS.length()))
        : Optional.empty();
  }

  @Override
  public CompletionStage<Answer> get(Ask ask) throws IOException, Refused {
    BlockIndex index = index(ask.path()).orElseThrow();
    if (!directory.has(index)) {
      throw missing(index);
    }
    try {
      BlockFile file = directory.read(index);
      return CompletableFuture.completedFuture(answer(index, file));
    } catch (NoSuchFileException removedMeanwhile) {
      throw missing(index);
    }
  }

  private Answer answer(BlockIndex index, BlockFile file) throws IOException {
    Answer whole =
        file.bytes().isPresent()
            ? Answer.of(Answer.JSON, file.bytes().get())
            : Answer.ofLarge(Answer.JSON, directory.file(index));
    return whole
        .with(Answer.ACCEPT_RANGES, "bytes")
        .with(Answer.ETAG, Answer.tag(file.hash()))
        .with(Answer.CACHE_CONTROL, FOR_EVER);
  }

  private static Refused missing(BlockIndex index) {
    return Refused.notFound("There is no block " + index + ".");
  }
}
