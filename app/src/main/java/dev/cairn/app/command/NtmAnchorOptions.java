package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.ntm.AnchorEvidence;
import dev.cairn.evidence.event.SignerId;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.ntm.verify.AnchoredHeads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a chain is compared with evidence of its former heads. */
final class NtmAnchorOptions {

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "Compare with anchored heads; their evidence is checked with this trust file.")
  private @Nullable String trust;

  @Option(
      names = "--anchor-signer",
      paramLabel = "DID",
      description = "With --trust: the device that signs the chain's heads, as did:key.")
  private @Nullable String signer;

  @Option(
      names = "--anchors",
      paramLabel = "DIR",
      description = "With --trust: folder of the evidence (default: anchors/ beside blocks/).")
  private @Nullable Path folder;

  /** What the chain must agree with; {@code beside} is where evidence lies by default. */
  AnchoredHeads read(Optional<Path> beside) throws IOException {
    if (trust == null) {
      if (signer != null || folder != null) {
        throw Failure.doNot("--anchors and --anchor-signer need --trust.");
      }
      return AnchoredHeads.NONE;
    }
    Path anchors =
        Optional.ofNullable(folder)
            .or(() -> beside)
            .orElseThrow(() -> Failure.doNot("--trust needs --anchors for a chain elsewhere."));
    return AnchorEvidence.read(
        anchors,
        TrustFile.parse(CommandFiles.read(trust)),
        Optional.ofNullable(signer).map(SignerId::new));
  }
}
