package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.ntm.ChainKeyring;
import dev.cairn.app.ntm.MetricsName;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.keyring.SigningKey;
import dev.cairn.ntm.seal.SealException;
import dev.cairn.ntm.seal.SealOutcome;
import dev.cairn.ntm.seal.Sealer;
import dev.cairn.ntm.store.ChainDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn ntm seal}: adds one block to a chain, as a cron job does every ten minutes. */
@Command(
    name = "seal",
    mixinStandardHelpOptions = true,
    description = {
      "Adds one block to an NTM-IA chain. Too soon after the newest block is fine (exit 0);"
          + " another",
      "sealer at work is exit 1."
    })
public final class NtmSeal implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "The chain's directory; made when it is missing.")
  private Path directory;

  @Option(
      names = "--metrics",
      required = true,
      paramLabel = "FILE|URL",
      description = "The metrics to seal, as JSON: a file or an http(s) address.")
  private String metrics;

  @Mixin private NtmKeyOptions key = new NtmKeyOptions();

  @Option(
      names = "--keyring",
      paramLabel = "FILE",
      description = "All public keys of the chain (default: DIR/keyring.json; made when missing).")
  private @Nullable Path keyring;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "YYYY-MM-DD HH:MM:SS in UTC (default: the clock).")
  private @Nullable String now;

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(directory);
    try {
      return tell(seal());
    } catch (SealException.Retryable later) {
      throw Failure.tryAgain(String.valueOf(later.getMessage()), later);
    } catch (SealException | IllegalArgumentException refused) {
      throw Failure.doNot(String.valueOf(refused.getMessage()), refused);
    } catch (IOException failed) {
      throw Failure.tryAgain("The chain cannot be written: " + failed.getMessage(), failed);
    }
  }

  private SealOutcome seal() throws IOException, SealException {
    PrintWriter err = spec.commandLine().getErr();
    SigningKey signingKey = key.reference().open(warning -> err.println("warning: " + warning));
    ChainKeyring known = ChainKeyring.of(keyring, directory);
    known.readOrBegin(signingKey);
    return new Sealer(
            new ChainDirectory(directory),
            known,
            signingKey,
            SignatureScheme.platform(),
            Sealer.DEFAULT_INTERVAL,
            clock(),
            new SecureRandom())
        .seal(MetricsName.of(metrics));
  }

  private Clock clock() {
    if (now == null) {
      return Clock.systemUTC();
    }
    Timestamp fixed = NtmTime.of(now);
    return Clock.fixed(Instant.ofEpochSecond(fixed.epochSecond()), ZoneOffset.UTC);
  }

  private int tell(SealOutcome outcome) {
    if (outcome instanceof SealOutcome.Busy) {
      throw Failure.tryAgain("Another sealer is at work in " + directory + ".");
    }
    if (outcome instanceof SealOutcome.TooSoon early) {
      spec.commandLine().getErr().println("too soon: the newest block is of " + early.newest());
    } else if (outcome instanceof SealOutcome.Sealed sealed) {
      spec.commandLine().getOut().println("block " + sealed.index() + " " + sealed.hash());
    }
    return 0;
  }
}
