package dev.cairn.proof.prove;

import dev.cairn.evidence.Anchor;
import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.event.SignerId;
import dev.cairn.evidence.receipt.DeviceKey;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.trust.PinnedBlock;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.EvidenceVerifier;
import dev.cairn.evidence.verify.VerificationReport;
import dev.cairn.proof.trust.InstanceTrust;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The check before a proof is published: evidence made with it must pass every step that an offline
 * verifier runs. The block itself is taken on the nodes' word, as the ingestor took it.
 */
public final class ProofCheck {
  private final EvidenceVerifier verifier;
  private final Supplier<TrustFile> trust;

  public ProofCheck(EvidenceVerifier verifier, Supplier<TrustFile> trust) {
    this.verifier = verifier;
    this.trust = trust;
  }

  /** Passes evidence of any one event of the batch, or throws with the step that failed. */
  void check(Evidence evidence) {
    Optional<Receipt> naming = evidence.receipt().filter(receipt -> receipt.device().isPresent());
    // The check is about the anchor: a receipt, or who may sign, is a matter of each single event.
    // Only a receipt that says what a device id means is needed to check the signature at all.
    Evidence bare = new Evidence(evidence.event(), evidence.inclusion(), evidence.anchor(), naming);
    byte[] json = bare.toJson().getBytes(StandardCharsets.US_ASCII);
    VerificationReport report =
        verifier.verify(json, trusting(evidence.anchor(), naming.flatMap(Receipt::device)));
    if (!report.isValid()) {
      throw new ProofRefused(
          "The proof of batch "
              + evidence.inclusion().batchId()
              + " does not hold. "
              + report.toText());
    }
  }

  private TrustFile trusting(Anchor anchor, Optional<DeviceKey> device) {
    TrustFile base = trust.get();
    Optional<Set<SignerId>> itself =
        device.map(known -> Set.of(new SignerId(known.key().toString())));
    TrustFile anySigner = new TrustFile(base.networks(), Set.of(), itself);
    return InstanceTrust.withBlocks(
        anySigner, anchor.network(), Set.of(PinnedBlock.of(anchor.block())));
  }
}
