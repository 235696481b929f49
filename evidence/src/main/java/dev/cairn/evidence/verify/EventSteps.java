package dev.cairn.evidence.verify;

import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventRejected;
import dev.cairn.evidence.event.EventVerifier;
import dev.cairn.evidence.event.SignerId;
import dev.cairn.evidence.receipt.DeviceKey;
import dev.cairn.evidence.trust.TrustFile;
import java.util.Optional;
import java.util.Set;

/** The steps that look at the event alone: signature, signer trusted. */
final class EventSteps {
  private final EventVerifier verifier;

  EventSteps(SignatureProvider provider) {
    this.verifier = new EventVerifier(provider);
  }

  /**
   * Looks at the event.
   *
   * @param device what the receipt says of the event's device id; whether the receipt holds, and is
   *     a trusted gateway's, is for {@link ReceiptSteps}
   */
  void run(Event event, Optional<DeviceKey> device, TrustFile trust, Findings findings) {
    findings.check(Step.SIGNATURE, () -> signature(event, device));
    signer(event, device, trust, findings);
  }

  private String signature(Event event, Optional<DeviceKey> device) {
    try {
      if (device.isEmpty()) {
        verifier.verify(event);
        return event.header().algorithm().jwsName() + " by " + event.signer();
      }
      // Else whoever signs a receipt could speak for any key there is.
      StepFailure.unless(
          !event.signer().value().startsWith("did:"),
          "kid names its key itself, and the receipt states another one for it");
      verifier.verify(event, device.get().key());
      return "%s by device %s, whose key is %s"
          .formatted(
              event.header().algorithm().jwsName(), name(event, device.get()), device.get().key());
    } catch (EventRejected rejected) {
      throw new StepFailure(rejected.reason().slug() + ": " + rejected.detail());
    }
  }

  /** A device's full name: ids are told apart within a tenant only, and neither has a slash. */
  private static String name(Event event, DeviceKey device) {
    return device.tenant() + "/" + event.signer();
  }

  private static void signer(
      Event event, Optional<DeviceKey> device, TrustFile trust, Findings findings) {
    if (device.isPresent()) {
      findings.check(Step.SIGNER_TRUSTED, () -> deviceSigner(event, device.get(), trust));
      return;
    }
    if (event.header().byGateway() && !trust.gatewayKeys().isEmpty()) {
      findings.check(Step.SIGNER_TRUSTED, () -> gatewaySigner(event.signer(), trust));
    } else if (trust.signers().isPresent()) {
      Set<SignerId> signers = trust.signers().get();
      findings.check(Step.SIGNER_TRUSTED, () -> listedSigner(event.signer(), signers));
    } else {
      findings.notChecked(Step.SIGNER_TRUSTED, "the trust file lists no signers");
    }
  }

  /**
   * A device id is only the gateway's word, unless its key itself is listed. Who lists no gateway
   * keys believes none, so for device ids the check fails where for a did:key it is off.
   */
  private static String deviceSigner(Event event, DeviceKey device, TrustFile trust) {
    Optional<Set<SignerId>> signers = trust.signers();
    if (signers.isPresent() && signers.get().contains(new SignerId(device.key().toString()))) {
      return "its key is listed in the trust file";
    }
    StepFailure.unless(
        !trust.gatewayKeys().isEmpty(),
        "kid is a device id, and the trust file lists no gateway key to say whose key it is");
    String name = name(event, device);
    StepFailure.unless(
        signers.isEmpty() || signers.get().contains(new SignerId(name)),
        "the trust file does not list " + name);
    return name + ", as the gateway states in its receipt";
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
