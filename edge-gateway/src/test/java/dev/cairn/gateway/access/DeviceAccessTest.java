package dev.cairn.gateway.access;

import static dev.cairn.gateway.access.AccessFixture.json;
import static dev.cairn.gateway.access.AccessFixture.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.event.EventSigner;
import dev.cairn.evidence.event.SignerId;
import dev.cairn.evidence.receipt.DeviceKey;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.receipt.ReceiptChecker;
import dev.cairn.evidence.receipt.ReceiptJson;
import dev.cairn.evidence.receipt.ReceiptLeaf;
import dev.cairn.gateway.TestSigner;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceAccessTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path dir;

  private AccessFixture gateway;
  private String acme;
  private int events;

  @BeforeEach
  void open() throws Exception {
    gateway = new AccessFixture(dir, true);
    acme = gateway.tenant("acme", "{}");
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  private static SigningKey key(SignatureAlgorithm algorithm) {
    return SigningKey.generate(algorithm, new SecureRandom());
  }

  private static String jwk(SigningKey key) throws Exception {
    ObjectNode jwk = (ObjectNode) JSON.readTree(key.toJwk());
    jwk.remove("d");
    return jwk.toString();
  }

  private HttpResponse<String> admin(String path, String body) throws Exception {
    return gateway.send(acme, "POST", "/v1/admin/devices" + path, body);
  }

  private String event(SigningKey key, String device, long time) {
    EventDraft draft =
        EventDraft.of(new byte[0], "e" + events++, time).withDevice(new SignerId(device));
    return new String(EventSigner.sign(key, draft), StandardCharsets.US_ASCII);
  }

  private void assertAccepted(String event) throws Exception {
    HttpResponse<String> answer = gateway.post(acme, event);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private void assertRefused(String event, String slug) throws Exception {
    assertThat(problem(gateway.post(acme, event))).isEqualTo(slug);
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void registeredDevice_signsUnderItsId(SignatureAlgorithm algorithm) throws Exception {
    SigningKey key = key(algorithm);
    assertThat(admin("", "{\"device\":\"lamp-1\",\"jwk\":%s}".formatted(jwk(key))).statusCode())
        .isEqualTo(201);
    JsonNode answer = json(gateway.post(acme, event(key, "lamp-1", 1_700_000_000)));
    JsonNode accepted = answer.at("/accepted/0");
    ObjectNode receipt = (ObjectNode) accepted.path("receipt").deepCopy();
    assertThat(receipt.at("/device/key").asText()).isEqualTo(key.didKey().toString());

    // The client joins the parts as evidence has them, and checks the promise.
    ObjectNode whole = JSON.createObjectNode().put("jws", answer.at("/receipts/jws").asText());
    whole.setAll(receipt);
    Receipt read = ReceiptJson.read(whole.toString().getBytes(StandardCharsets.UTF_8));
    ReceiptLeaf leaf =
        new ReceiptLeaf(
            EventId.parse(accepted.path("eventId").asText()),
            BatchId.parse(accepted.path("batchId").asText()),
            Optional.of(new DeviceKey("acme", key.didKey())));
    new ReceiptChecker(SignatureProviders.best()).check(read, leaf);
  }

  @Test
  void rotatedKey_isJudgedByTheTimeOfTheEvent() throws Exception {
    SigningKey first = key(SignatureAlgorithm.EDDSA);
    SigningKey second = key(SignatureAlgorithm.ES256);
    admin(
        "", "{\"device\":\"lamp-1\",\"key\":\"%s\",\"from\":1700000000}".formatted(first.didKey()));
    assertRefused(event(first, "lamp-1", 1_699_999_999), "unknown-key");
    assertAccepted(event(first, "lamp-1", 1_700_000_000));
    admin(
        "/lamp-1/keys",
        "{\"key\":\"%s\",\"from\":\"2023-11-15T00:00:00Z\"}".formatted(second.didKey()));
    assertAccepted(event(first, "lamp-1", 1_700_000_001));
    assertRefused(event(first, "lamp-1", 1_700_500_000), "wrong-key-type");
    assertAccepted(event(second, "lamp-1", 1_700_500_000));
    admin("/lamp-1/revocation", "{\"from\":1700600000}");
    assertAccepted(event(second, "lamp-1", 1_700_599_999));
    assertRefused(event(second, "lamp-1", 1_700_600_000), "revoked-key");
    JsonNode devices = json(gateway.send(acme, "GET", "/v1/admin/devices", ""));
    assertThat(devices.at("/devices/0/keys")).hasSize(3);
  }

  @Test
  void unknownDevice_isRefusedAloneAndDevicesOfOthersAreUnknown() throws Exception {
    SigningKey key = key(SignatureAlgorithm.EDDSA);
    admin("", "{\"device\":\"lamp-1\",\"key\":\"%s\"}".formatted(key.didKey()));
    JsonNode mixed =
        json(
            gateway.post(
                acme, event(key, "lamp-2", 1_700_000_000), event(key, "lamp-1", 1_700_000_000)));
    assertThat(mixed.path("accepted")).hasSize(1);
    assertThat(mixed.at("/rejected/0/type").asText()).endsWith("unknown-key");
    String other = gateway.tenant("other", "{}");
    assertThat(problem(gateway.post(other, event(key, "lamp-1", 1_700_000_000))))
        .isEqualTo("unknown-key");
  }

  @Test
  void tenantOfRegisteredDevicesOnly_refusesDidKeys() throws Exception {
    String strict = gateway.tenant("strict", "{\"registeredDevicesOnly\":true}");
    HttpResponse<String> refused = gateway.post(strict, new TestSigner(1).sign("a"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(problem(refused)).isEqualTo("unregistered-signer");
  }

  @Test
  void eventInTheGatewaysName_isRefusedAtTheDoor() throws Exception {
    byte[] jws =
        EventSigner.signForSource(
            key(SignatureAlgorithm.EDDSA), EventDraft.of(new byte[0], "a", 1_700_000_000));
    assertRefused(new String(jws, StandardCharsets.US_ASCII), "not-the-gateway");
  }

  @Test
  void badRequests_areRefusedInASentence() throws Exception {
    // Path below the devices, body, status, type.
    String[][] cases = {
      {"", "{", "400", "malformed-json"},
      {"", "[]", "400", "invalid-request"},
      {"", "{}", "400", "invalid-request"},
      {"", "{\"device\":\"../x\",\"key\":\"did:key:z\"}", "400", "invalid-request"},
      {"", "{\"device\":\"a\",\"key\":\"did:key:z\"}", "400", "invalid-request"},
      {"", "{\"device\":\"a\",\"jwk\":{\"kty\":\"RSA\",\"crv\":\"x\"}}", "400", "invalid-request"},
      {"", "{\"device\":\"a\",\"device\":\"b\"}", "400", "malformed-json"},
      {"", "{\"device\":\"a\",\"colour\":1}", "400", "invalid-request"},
      {"/nobody/revocation", "{}", "404", "unknown-device"},
      {"/%2e%2e%2fx/revocation", "{}", "400", "invalid-request"},
      {"/a%20b/revocation", "{}", "400", "invalid-request"},
      {"/nobody/certificates", "{\"fingerprint\":\"aa\"}", "400", "invalid-request"},
      {"/nobody/revocation", "{\"from\":\"tomorrow\"}", "400", "invalid-request"},
    };
    for (String[] each : cases) {
      HttpResponse<String> refused = admin(each[0], each[1]);
      assertThat(problem(refused)).as(refused.body()).isEqualTo(each[3]);
      assertThat(refused.statusCode()).isEqualTo(Integer.parseInt(each[2]));
      assertThat(json(refused).path("detail").asText()).endsWith(".");
    }
  }

  @Test
  void privateKey_isRefusedAndNotRepeated() throws Exception {
    SigningKey key = key(SignatureAlgorithm.EDDSA);
    HttpResponse<String> refused =
        admin("", "{\"device\":\"a\",\"jwk\":%s}".formatted(key.toJwk()));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("private key")
        .doesNotContain(JSON.readTree(key.toJwk()).path("d").asText());
  }
}
