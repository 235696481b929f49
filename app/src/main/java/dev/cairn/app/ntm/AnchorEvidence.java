package dev.cairn.app.ntm;

import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.MalformedEvidence;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.SignerId;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.EvidenceVerifier;
import dev.cairn.evidence.verify.StepResult;
import dev.cairn.evidence.verify.VerificationReport;
import dev.cairn.ntm.verify.AnchoredHeads;
import dev.cairn.ntm.verify.AnchoredHeads.Head;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a folder of evidence into the heads that a chain must agree with; checks offline. */
public final class AnchorEvidence {

  private final EvidenceVerifier verifier = new EvidenceVerifier(SignatureProviders.best());
  private final TrustFile trust;
  private final Optional<SignerId> signer;
  private final List<Head> heads = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private AnchorEvidence(TrustFile trust, Optional<SignerId> signer) {
    this.trust = trust;
    this.signer = signer;
  }

  /**
   * Reads all {@code .json} files of the folder; no folder is no evidence.
   *
   * @param signer the chain's device; may be empty if the trust file says who may sign
   */
  public static AnchoredHeads read(Path folder, TrustFile trust, Optional<SignerId> signer)
      throws IOException {
    if (signer.isEmpty() && trust.signers().isEmpty()) {
      throw new IllegalArgumentException(
          "Anyone can anchor a hash: --anchor-signer, or the trust file, names the chain's"
              + " device.");
    }
    AnchorEvidence evidence = new AnchorEvidence(trust, signer);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(AnchorEvidence::isEvidence).sorted().toList()) {
          evidence.add(file);
        }
      }
    }
    return AnchoredHeads.required(evidence.heads, evidence.refused);
  }

  private static boolean isEvidence(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") && !name.startsWith(".");
  }

  private void add(Path file) throws IOException {
    byte[] json;
    try (InputStream in = Files.newInputStream(file)) {
      json = in.readNBytes(Evidence.MAX_BYTES + 1);
    }
    VerificationReport report = verifier.verify(json, trust);
    if (report.isValid()) {
      addHead(file, json);
    } else {
      refuse(file, report.firstFailure().map(AnchorEvidence::describe).orElse("is not complete"));
    }
  }

  private static String describe(StepResult failure) {
    return "fails at \"" + failure.step().label() + "\": " + failure.detail();
  }

  private void addHead(Path file, byte[] json) {
    Event event = event(json);
    Optional<Head> head = HeadEvent.read(event.payload());
    boolean ours = event.header().contentType().equals(Optional.of(HeadEvent.MEDIA_TYPE));
    if (signer.isPresent() && !signer.get().equals(event.signer())) {
      refuse(file, "is signed by " + event.signer() + ", not by the chain's device");
    } else if (!ours || head.isEmpty()) {
      refuse(file, "is evidence of something else than a chain's head");
    } else {
      heads.add(head.get());
    }
  }

  private static Event event(byte[] json) {
    try {
      return Evidence.parse(json).event();
    } catch (MalformedEvidence e) {
      throw new IllegalStateException("Valid evidence can be read.", e);
    }
  }

  private void refuse(Path file, String why) {
    refused.add(file.getFileName() + " " + why + ".");
  }
}
