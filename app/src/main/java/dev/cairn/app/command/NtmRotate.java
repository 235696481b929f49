package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.ntm.ChainKeyring;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.keyring.KeyringWriter;
import dev.cairn.ntm.keyring.SigningKey;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.store.ChainLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn ntm rotate}: another key signs from the next block on. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes into the chain's keyring that a new key signs from the next block on. The old key"
          + " stays",
      "there for its blocks. A sealer with the old key makes no further block; start it with the"
          + " new",
      "one. Give the new keyring to those who verify."
    })
public final class NtmRotate implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "The chain's directory.")
  private Path directory;

  @Option(
      names = "--keyring",
      paramLabel = "FILE",
      description = "All public keys of the chain (default: DIR/keyring.json).")
  private @Nullable Path keyring;

  @Mixin private NtmKeyOptions key = new NtmKeyOptions();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    SigningKey next = key.reference().open(warning -> err.println("warning: " + warning));
    try {
      return rotate(next);
    } catch (IllegalArgumentException refused) {
      throw Failure.doNot(String.valueOf(refused.getMessage()), refused);
    } catch (IOException failed) {
      throw Failure.tryAgain("The keyring cannot be changed: " + failed.getMessage(), failed);
    }
  }

  /** Under the chain's lock: no block gets between the boundary and its being written down. */
  private int rotate(SigningKey next) throws IOException {
    Optional<ChainLock> lock = ChainLock.tryAcquire(directory);
    if (lock.isEmpty()) {
      throw Failure.tryAgain("A sealer is at work in " + directory + ".");
    }
    try {
      return rotateLocked(next);
    } finally {
      lock.get().close();
    }
  }

  private int rotateLocked(SigningKey next) throws IOException {
    ChainKeyring file = ChainKeyring.of(keyring, directory).present();
    BlockIndex first =
        new ChainDirectory(directory)
            .list()
            .highest()
            .map(BlockIndex::next)
            .orElse(BlockIndex.FIRST);
    KeyringWriter.write(file.file(), file.read().rotated(next, first), new SecureRandom());
    spec.commandLine().getOut().println(next.keyId() + " signs from block " + first + " on");
    return 0;
  }
}
