package dev.cairn.evidence.verify;

import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventRejected;
import dev.cairn.evidence.event.EventVerifier;
import dev.cairn.evidence.event.SignerId;
import dev.cairn.evidence.trust.TrustFile;
import java.util.Set;

/** The steps that look at the event alone: signature, signer trusted. */
final class EventSteps {
  private final EventVerifier verifier;

  EventSteps(SignatureProvider provider) {
    this.verifier = new EventVerifier(provider);
  }

  void run(Event event, TrustFile trust, Findings findings) {
    findings.check(Step.SIGNATURE, () -> signature(event));
    signer(event, trust, findings);
  }

  private String signature(Event event) {
    try {
      verifier.verify(event);
      return event.header().algorithm().jwsName() + " by " + event.signer();
    } catch (EventRejected rejected) {
      throw new StepFailure(rejected.reason().slug() + ": " + rejected.detail());
    }
  }

  private static void signer(Event event, TrustFile trust, Findings findings) {
    if (event.header().byGateway() && !trust.gatewayKeys().isEmpty()) {
      findings.check(Step.SIGNER_TRUSTED, () -> gatewaySigner(event.signer(), trust));
    } else if (trust.signers().isPresent()) {
      Set<SignerId> signers = trust.signers().get();
      findings.check(Step.SIGNER_TRUSTED, () -> listedSigner(event.signer(), signers));
    } else {
      findings.notChecked(Step.SIGNER_TRUSTED, "the trust file lists no signers");
    }
  }

  /** Only a gateway signs for others: its events need its key, whoever else is listed. */
  private static String gatewaySigner(SignerId signer, TrustFile trust) {
    boolean known = DidKey.parse(signer.value()).filter(trust.gatewayKeys()::contains).isPresent();
    StepFailure.unless(known, "the event claims a gateway's signature, but its key is none's");
    return "signed by a trusted gateway for its source";
  }

  private static String listedSigner(SignerId signer, Set<SignerId> signers) {
    StepFailure.unless(signers.contains(signer), "the trust file does not list " + signer);
    return "listed in the trust file";
  }
}
