package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.ntm.ChainLocation;
import dev.cairn.app.ntm.ChainSignatures;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.explain.BlockExplanation;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.BlockFile;
import dev.cairn.ntm.store.BlockReader;
import dev.cairn.ntm.store.BlockReading;
import dev.cairn.ntm.store.ChainSource;
import dev.cairn.ntm.verify.BlockVerdict;
import dev.cairn.ntm.verify.BlockVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** {@code cairn ntm verify --explain}: one block, for a person with a shell. */
record NtmExplanation(ChainLocation location, ChainSource source, Keyring keyring, Timestamp now) {

  /** Prints the explanation and gives the exit code: 0 for a block that is valid by itself. */
  int print(BlockIndex index, PrintWriter out) throws IOException {
    SignatureScheme scheme = ChainSignatures.best();
    try (BlockReader reader = source.newReader()) {
      BlockFile file =
          file(reader.read(index))
              .orElseThrow(() -> Failure.doNot("There is no block " + index + " to be read."));
      BlockVerdict verdict =
          new BlockVerifier(keyring, scheme).verify(index, file, previous(reader, index), now);
      BlockExplanation explanation = BlockExplanation.of(index, file, verdict, keyring, scheme);
      out.print(explanation.text());
      out.println();
      out.println("The same without Cairn, in any shell:");
      out.println();
      out.print(location.fetching(index));
      out.print(explanation.recipe());
      out.flush();
      return verdict.isValid() ? 0 : Failure.DO_NOT;
    }
  }

  /** Hash of the block before; of one that is gone, 64 zeros, which no block declares. */
  private static BlockHash previous(BlockReader reader, BlockIndex index) throws IOException {
    return index.equals(BlockIndex.FIRST)
        ? BlockHash.ZERO
        : file(reader.read(new BlockIndex(index.value() - 1)))
            .map(BlockFile::hash)
            .orElse(BlockHash.ZERO);
  }

  private static Optional<BlockFile> file(BlockReading reading) {
    return reading instanceof BlockReading.Read read ? Optional.of(read.file()) : Optional.empty();
  }
}
