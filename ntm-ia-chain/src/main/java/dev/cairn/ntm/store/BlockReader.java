package dev.cairn.ntm.store;

import dev.cairn.ntm.block.BlockIndex;
import java.io.Closeable;
import java.io.IOException;

/** Reads blocks for one thread; it keeps buffers and connections between them. */
public interface BlockReader extends Closeable {

  /**
   * Reads a listed block in bounded memory and time. {@link IOException} means that what is there
   * can't be known now.
   */
  BlockReading read(BlockIndex index) throws IOException;

  /**
   * Called by another thread while a read takes long: {@link StuckReadException} if it will never
   * return. Who reads in the only thread needs a reader that doesn't get stuck.
   */
  default void checkProgress() throws IOException {}
}
