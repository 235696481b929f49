package dev.cairn.evidence.verify;

import static dev.cairn.evidence.verify.Checks.GOOD;
import static dev.cairn.evidence.verify.Checks.TRUST;
import static dev.cairn.evidence.verify.Checks.parse;
import static dev.cairn.evidence.verify.Checks.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventSigner;
import dev.cairn.evidence.event.SignerId;
import dev.cairn.evidence.receipt.DeviceKey;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.receipt.ReceiptIssuer;
import dev.cairn.evidence.receipt.ReceiptJson;
import dev.cairn.evidence.receipt.ReceiptLeaf;
import dev.cairn.evidence.sample.EvidenceSample;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.StepResult.Status;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps about events whose kid is a device id. */
class DeviceStepsTest {
  private static final SigningKey KEY = SigningKey.fromEd25519Seed(new byte[32]);
  private static final TrustFile ANY_SIGNER =
      new TrustFile(TRUST.networks(), TRUST.gatewayKeys(), Optional.empty());

  private static Event event(SigningKey key) {
    EventDraft draft = EventDraft.of(new byte[] {1}, "1", 90).withDevice(new SignerId("lamp-1"));
    return parse(EventSigner.sign(key, draft));
  }

  private static Receipt receipt(SigningKey gateway, Event event, DidKey key) {
    DeviceKey device = new DeviceKey("acme", key);
    ReceiptLeaf leaf = new ReceiptLeaf(event.id(), GOOD.inclusion().batchId(), Optional.of(device));
    return new ReceiptIssuer(gateway).issue(List.of(leaf), 100, 200).get(0);
  }

  private static Evidence evidence(Event event, Receipt receipt) {
    return new Evidence(event, GOOD.inclusion(), GOOD.anchor(), Optional.of(receipt));
  }

  private static StepResult step(Step step, Evidence evidence, TrustFile trust) {
    return verify(evidence, trust).of(step);
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void deviceId_isCheckedUnderTheKeyOfTheReceipt(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
    Evidence evidence =
        evidence(event(key), receipt(EvidenceSample.GATEWAY, event(key), key.didKey()));
    assertThat(step(Step.SIGNATURE, evidence, ANY_SIGNER).detail())
        .isEqualTo(algorithm.jwsName() + " by device acme/lamp-1, whose key is " + key.didKey());
    assertThat(step(Step.SIGNER_TRUSTED, evidence, ANY_SIGNER).detail())
        .isEqualTo("acme/lamp-1, as the gateway states in its receipt");
    assertThat(step(Step.RECEIPT, evidence, ANY_SIGNER).detail())
        .endsWith("the event is dated 10 s before");
  }

  @Test
  void otherKeyThanTheReceiptStates_failsSignature() {
    SigningKey other = SigningKey.generate(SignatureAlgorithm.EDDSA, new SecureRandom());
    Evidence evidence =
        evidence(event(other), receipt(EvidenceSample.GATEWAY, event(other), KEY.didKey()));
    assertThat(step(Step.SIGNATURE, evidence, ANY_SIGNER).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void keyPutIntoTheReceiptAfterwards_failsReceipt() {
    SigningKey other = SigningKey.generate(SignatureAlgorithm.EDDSA, new SecureRandom());
    Receipt good = receipt(EvidenceSample.GATEWAY, event(other), KEY.didKey());
    DeviceKey swapped = new DeviceKey("acme", other.didKey());
    DeviceKey moved = new DeviceKey("evil", KEY.didKey());
    for (Optional<DeviceKey> device :
        List.of(Optional.of(swapped), Optional.of(moved), Optional.<DeviceKey>empty())) {
      Evidence evidence = evidence(event(other), good.withDevice(device));
      assertThat(step(Step.RECEIPT, evidence, ANY_SIGNER).status()).isEqualTo(Status.FAILED);
    }
  }

  @Test
  void didKey_canNotBeGivenAnotherKeyByAReceipt() {
    SigningKey thief = SigningKey.generate(SignatureAlgorithm.EDDSA, new SecureRandom());
    EventDraft draft =
        EventDraft.of(new byte[0], "1", 1).withDevice(new SignerId(KEY.didKey().toString()));
    Event forged = parse(EventSigner.sign(thief, draft));
    Evidence evidence = evidence(forged, receipt(EvidenceSample.GATEWAY, forged, thief.didKey()));
    StepResult signature = step(Step.SIGNATURE, evidence, ANY_SIGNER);
    assertThat(signature.status()).isEqualTo(Status.FAILED);
    assertThat(signature.detail()).startsWith("kid names its key itself");
  }

  @Test
  void deviceIdWithoutReceipt_failsSignature() {
    Evidence evidence = new Evidence(event(KEY), GOOD.inclusion(), GOOD.anchor(), Optional.empty());
    assertThat(step(Step.SIGNATURE, evidence, ANY_SIGNER).detail()).startsWith("unknown-key");
  }

  @Test
  void deviceId_isOnlyAGatewaysWord() {
    Evidence evidence =
        evidence(event(KEY), receipt(EvidenceSample.GATEWAY, event(KEY), KEY.didKey()));
    TrustFile noGateway = new TrustFile(TRUST.networks(), Set.of(), Optional.empty());
    assertThat(step(Step.SIGNER_TRUSTED, evidence, noGateway).status()).isEqualTo(Status.FAILED);
    assertThat(signerTrusted(evidence, KEY.didKey().toString()).detail())
        .isEqualTo("its key is listed in the trust file");
    assertThat(signerTrusted(evidence, "acme/lamp-1").status()).isEqualTo(Status.PASSED);
    assertThat(signerTrusted(evidence, "lamp-1").status()).isEqualTo(Status.FAILED);
    assertThat(signerTrusted(evidence, "other/lamp-1").status()).isEqualTo(Status.FAILED);

    Evidence stranger =
        evidence(event(KEY), receipt(EvidenceSample.SIGNER, event(KEY), KEY.didKey()));
    assertThat(step(Step.GATEWAY_TRUSTED, stranger, ANY_SIGNER).status()).isEqualTo(Status.FAILED);
  }

  private static StepResult signerTrusted(Evidence evidence, String listed) {
    TrustFile trust =
        new TrustFile(
            TRUST.networks(), TRUST.gatewayKeys(), Optional.of(Set.of(new SignerId(listed))));
    return step(Step.SIGNER_TRUSTED, evidence, trust);
  }

  @Test
  void receiptJson_hasOneSpellingWithADeviceToo() {
    Receipt receipt = receipt(EvidenceSample.GATEWAY, event(KEY), KEY.didKey());
    String json = ReceiptJson.write(receipt);
    assertThat(json)
        .endsWith(
            ",\"path\":[],\"device\":{\"tenant\":\"acme\",\"key\":\"" + KEY.didKey() + "\"}}");
    assertThat(ReceiptJson.read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(receipt);
    for (String broken :
        List.of(
            json.replace("acme", "Acme"),
            json.replace("did:key:z", "did:key:y"),
            json.replace("\"tenant\":\"acme\",", ""))) {
      assertThatThrownBy(() -> ReceiptJson.read(broken.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
