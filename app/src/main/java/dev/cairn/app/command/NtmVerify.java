package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.verify.ChainVerifier;
import dev.cairn.ntm.verify.ReportJson;
import dev.cairn.ntm.verify.ReportText;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.VerifySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn ntm verify}: checks a chain in a directory, and collects every failure. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks an NTM-IA chain in a directory; collects every failure.")
public final class NtmVerify implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The chain's directory, with blocks/ in it.")
  private Path directory;

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

  @Option(
      names = "--skew",
      defaultValue = "300",
      paramLabel = "S",
      description = "How far in the future a timestamp may lie (default: ${DEFAULT-VALUE} s).")
  private long skewSeconds;

  @Option(
      names = "--max-age",
      defaultValue = "3600",
      paramLabel = "S",
      description = "How old the newest block may be; 0: any age (default: ${DEFAULT-VALUE} s).")
  private long maxAgeSeconds;

  @ArgGroup(exclusive = false)
  private @Nullable Part part;

  @Mixin private NtmAnchorOptions anchors = new NtmAnchorOptions();

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
    VerificationReport report = verify();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new String(ReportJson.write(report), StandardCharsets.UTF_8));
    } else {
      out.print(ReportText.write(report));
      out.flush();
    }
    return report.isValid() ? 0 : Failure.DO_NOT;
  }

  private VerificationReport verify() {
    try {
      int threads = Runtime.getRuntime().availableProcessors();
      return new ChainVerifier(KeyringFile.read(keyring), SignatureScheme.platform(), threads)
          .verify(new ChainDirectory(directory), settings());
    } catch (IllegalArgumentException malformed) {
      throw Failure.doNot(String.valueOf(malformed.getMessage()), malformed);
    } catch (IOException failed) {
      throw Failure.tryAgain("The chain cannot be read: " + failed.getMessage(), failed);
    }
  }

  private VerifySettings settings() throws IOException {
    VerifySettings settings =
        VerifySettings.at(NtmTime.of(now))
            .withSkew(Duration.ofSeconds(skewSeconds))
            .withMaxAge(Duration.ofSeconds(maxAgeSeconds))
            .withAnchors(anchors.read(Optional.of(directory.resolve("anchors"))));
    return part == null
        ? settings
        : settings.startingAt(new BlockIndex(part.start), new BlockHash(part.anchor));
  }
}
