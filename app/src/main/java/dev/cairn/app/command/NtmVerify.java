package dev.cairn.app.command;

import dev.cairn.app.demo.ProgressLine;
import dev.cairn.app.exit.Failure;
import dev.cairn.app.ntm.ChainLocation;
import dev.cairn.app.ntm.ChainSignatures;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.remote.RemoteFailure;
import dev.cairn.ntm.store.ChainSource;
import dev.cairn.ntm.verify.ChainVerifier;
import dev.cairn.ntm.verify.Progress;
import dev.cairn.ntm.verify.ReportJson;
import dev.cairn.ntm.verify.ReportText;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.VerifySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn ntm verify}: checks a chain, and collects every failure. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks an NTM-IA chain in a directory or on a web server; collects every failure.",
      "Exit: 0 valid; 1 try again (the chain can't be read now); 2 not valid, or bad input."
    })
public final class NtmVerify implements Callable<Integer> {

  /** So often a terminal shows how far the run is. */
  private static final long PROGRESS_EVERY = 1_000;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR|URL",
      description = {
        "The chain's directory, with blocks/ in it, or the address of such a folder:",
        "https://host/blockchain/ntm-ia/."
      })
  private String chain = "";

  @Option(
      names = "--keyring",
      required = true,
      paramLabel = "FILE",
      description = "The public keys that are trusted, with the blocks they are good for.")
  private Path keyring;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "YYYY-MM-DD HH:MM:SS in UTC (default: the clock).")
  private @Nullable String now;

  @Mixin private NtmTolerances tolerances = new NtmTolerances();

  @ArgGroup(exclusive = false)
  private @Nullable Part part;

  @Mixin private NtmAnchorOptions anchors = new NtmAnchorOptions();

  @Mixin private CheckpointOptions checkpoint;

  @Mixin private RemoteOptions remote;

  @Option(
      names = "--explain",
      paramLabel = "N",
      description = {
        "Instead of a report: which bytes PHP signs for block N, how the file spells them, and"
            + " shell",
        "commands (sha256sum, jq, openssl) that come to the same verdict."
      })
  private @Nullable Long explained;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  /** Where a partial check begins. */
  private static final class Part {
    @Option(
        names = "--start",
        required = true,
        paramLabel = "N",
        description = "Begin with this block; needs --anchor.")
    private long start;

    @Option(
        names = "--anchor",
        required = true,
        paramLabel = "HASH",
        description = "The hash of the block before it, 64 hex digits.")
    private String anchor = "";
  }

  @Override
  public Integer call() {
    try {
      ChainLocation location = new ChainLocation(chain);
      Keyring keys = KeyringFile.read(keyring);
      ChainSource source = location.open(remote.patience());
      if (explained != null) {
        return new NtmExplanation(location, source, keys, NtmTime.of(now))
            .print(new BlockIndex(explained), spec.commandLine().getOut());
      }
      return print(verify(location, source, keys));
    } catch (IllegalArgumentException malformed) {
      throw Failure.doNot(String.valueOf(malformed.getMessage()), malformed);
    } catch (NoSuchFileException absent) {
      throw Failure.doNot("There is no " + absent.getFile() + ".", absent);
    } catch (RemoteFailure failed) {
      throw failed.isRetryable()
          ? Failure.tryAgain(String.valueOf(failed.getMessage()), failed)
          : Failure.doNot(String.valueOf(failed.getMessage()), failed);
    } catch (IOException failed) {
      throw Failure.tryAgain("The chain cannot be read: " + failed.getMessage(), failed);
    }
  }

  private VerificationReport verify(ChainLocation location, ChainSource source, Keyring keys)
      throws IOException {
    int threads =
        location.isRemote() ? remote.connections() : Runtime.getRuntime().availableProcessors();
    ChainVerifier verifier = new ChainVerifier(keys, ChainSignatures.best(), threads);
    VerifySettings settings = settings(location);
    VerificationReport report =
        verifier.verify(source, settings, checkpoint.resumption(location), progress());
    checkpoint.remember(verifier.checkpoint(settings, report));
    return report;
  }

  private VerifySettings settings(ChainLocation location) throws IOException {
    VerifySettings settings =
        VerifySettings.at(NtmTime.of(now))
            .withSkew(tolerances.skew())
            .withMaxAge(tolerances.maxAge())
            .withAnchors(
                anchors.read(
                    location.directory().map(chainFolder -> chainFolder.resolve("anchors"))));
    return part == null
        ? settings
        : settings.startingAt(new BlockIndex(part.start), new BlockHash(part.anchor));
  }

  /** Only a person at a terminal wants to see it. From Java 22 on a console need not be one. */
  @SuppressWarnings("SystemConsoleNull")
  private static Progress progress() {
    if (System.console() == null || System.getenv("TERM") == null) {
      return Progress.NONE;
    }
    ProgressLine line = new ProgressLine(System.err, true);
    long[] next = {PROGRESS_EVERY};
    return (done, all) -> {
      if (done >= next[0] || done == all) {
        line.show("blocks", Math.toIntExact(done), Math.toIntExact(all));
        next[0] = done + PROGRESS_EVERY;
      }
    };
  }

  private int print(VerificationReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new String(ReportJson.write(report), StandardCharsets.UTF_8));
    } else {
      out.print(ReportText.write(report));
      report.failures().stream()
          .flatMap(failure -> failure.block().stream())
          .findFirst()
          .ifPresent(block -> out.println("More about block " + block + ": --explain " + block));
      out.flush();
    }
    return report.isValid() ? 0 : Failure.DO_NOT;
  }
}
