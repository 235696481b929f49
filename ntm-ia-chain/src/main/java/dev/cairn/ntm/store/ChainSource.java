package dev.cairn.ntm.store;

import java.io.IOException;
import java.util.Optional;

/**
 * A chain as a verifier reads it. Published files never change, so the reads of one listing fit
 * together; a chain that grows meanwhile shows in the next listing. Any number of threads may read.
 */
public interface ChainSource {

  BlockListing list() throws IOException;

  /** A new reader of listed blocks, for one thread. */
  BlockReader newReader() throws IOException;

  /** The same for many blocks; somebody must {@linkplain BlockReader#checkProgress watch} it. */
  default BlockReader newBulkReader() throws IOException {
    return newReader();
  }

  /** The start of {@code last_hash.txt}, cut after {@link LastHash#MAX_BYTES} and one more. */
  Optional<byte[]> readLastHash() throws IOException;
}
