package dev.cairn.app.command;

import dev.cairn.app.ntm.ChainLocation;
import dev.cairn.ntm.checkpoint.Checkpoint;
import dev.cairn.ntm.checkpoint.CheckpointFile;
import dev.cairn.ntm.verify.Resumption;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is remembered from run to run. */
final class CheckpointOptions {

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = {
        "Remember here how far the chain was valid, and check only what follows next time. A"
            + " changed",
        "block before that shows in a run with --whole. Keep it where the chain's writer can't"
            + " write."
      })
  private @Nullable Path file;

  @Option(
      names = "--whole",
      description = "Read all blocks, those before the checkpoint too; it must still fit.")
  private boolean whole;

  Resumption resumption(ChainLocation chain) throws IOException {
    if (file == null) {
      return Resumption.NONE;
    }
    CheckpointFile checkpoint = new CheckpointFile(file);
    if (chain.directory().isPresent() && checkpoint.isBelow(chain.directory().get())) {
      throw new IllegalArgumentException(
          "The checkpoint "
              + file
              + " lies in the chain's own directory: who changes the chain"
              + " could change it, too.");
    }
    return new Resumption(checkpoint.read(), whole);
  }

  void remember(Optional<Checkpoint> reached) throws IOException {
    if (file != null && reached.isPresent()) {
      new CheckpointFile(file).write(reached.get(), new SecureRandom());
    }
  }
}
