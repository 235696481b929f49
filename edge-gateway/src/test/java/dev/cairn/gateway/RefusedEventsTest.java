package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.gateway.ingest.RequestLimits;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rocksdb.RocksDB;

/** Each way in which an event can be bad, or a request come at a bad time, has its own answer. */
class RefusedEventsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final RequestLimits ONE_AT_A_TIME =
      new RequestLimits(100_000, 80_000, 10, 8, 64 * 1024, 1, 100_000, Duration.ofSeconds(1));

  @TempDir Path dir;
  private final TestSigner signer = new TestSigner(1);
  private GatewayFixture gateway;

  @BeforeEach
  void start() {
    gateway =
        new GatewayFixture(GatewaySettings.of(dir).withRequests(ONE_AT_A_TIME), RocksDB::write);
  }

  @AfterEach
  void invariantsHold() {
    gateway.close();
    assertThat(StoreInvariants.check(dir).open()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alg-none         | 'alg':'none','typ':'cairn-event+jws','kid':'DID','iat':1,'jti':'a'
          unsupported-alg  | 'alg':'HS256','typ':'cairn-event+jws','kid':'DID','iat':1,'jti':'a'
          wrong-typ        | 'alg':'EdDSA','typ':'JWT','kid':'DID','iat':1,'jti':'a'
          crit-unsupported | 'alg':'EdDSA','typ':'cairn-event+jws','kid':'DID','iat':1,'jti':'a','crit':['b']
          unknown-key      | 'alg':'EdDSA','typ':'cairn-event+jws','kid':'device-7','iat':1,'jti':'a'
          wrong-key-type   | 'alg':'ES256','typ':'cairn-event+jws','kid':'DID','iat':1,'jti':'a'
          bad-signature    | 'alg':'EdDSA','typ':'cairn-event+jws','kid':'DID','iat':1,'jti':'a'
          malformed-header | 'alg':'EdDSA','typ':'cairn-event+jws','kid':'DID','iat':1
          """)
  void badHeader_isAnsweredByItsOwnType(String slug, String members) throws Exception {
    String header = "{" + members.replace("DID", signer.did()).replace('\'', '"') + "}";
    assertRefused(jws(header, new byte[64]), slug);
  }

  @Test
  void otherBadEvents_areAnsweredByTheirOwnType() throws Exception {
    String good = signer.sign("a");
    assertRefused(good.substring(0, good.lastIndexOf('.') + 1), "missing-signature");
    assertRefused(good.substring(0, good.lastIndexOf('.')), "malformed-jws");
    assertRefused(good + "=", "malformed-jws");
    assertRefused(jws("{\"x\":\"" + "x".repeat(4096) + "\"}", new byte[64]), "header-too-large");
    assertRefused(new TestSigner(2).sign("a").replace(payload("a"), payload("b")), "bad-signature");
  }

  @Test
  void requestTooMany_isRefusedEarly_andWelcomeLater() throws Exception {
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      String head =
          "POST /v1/events/batch HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n"
              + "Content-Type: application/json\r\n\r\n{";
      slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      await().until(() -> inFlight() == 1);
      HttpResponse<String> refused = post(signer.sign("a"));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(refused.body()).contains("urn:cairn:problem:overloaded");
    }
    await().until(() -> inFlight() == 0);
    assertThat(post(signer.sign("a")).statusCode()).isEqualTo(202);
  }

  @Test
  void bodyThatComesTooSlowly_isCut() throws Exception {
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      slow.setSoTimeout(30_000);
      String head =
          "POST /v1/events/batch HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n"
              + "Content-Type: application/json\r\n\r\n{";
      slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 408").contains("urn:cairn:problem:request-too-slow");
    }
    await().until(() -> inFlight() == 0);
  }

  private double inFlight() {
    return gateway.meters().get("cairn.gateway.requests.inflight").gauge().value();
  }

  private void assertRefused(String jws, String slug) throws Exception {
    HttpResponse<String> response = post(jws);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(MAPPER.readTree(response.body()).get("type").asText())
        .isEqualTo("urn:cairn:problem:" + slug);
    assertThat(gateway.gateway().batches().end()).as("nothing was stored").isZero();
  }

  private HttpResponse<String> post(String jws) throws Exception {
    return gateway.post(GatewayFixture.JSON, "{\"events\":[\"" + jws + "\"]}");
  }

  private static String jws(String header, byte[] signature) {
    return base64url(header) + ".e30." + BASE64URL.encodeToString(signature);
  }

  private static String payload(String jti) {
    return base64url("payload of " + jti);
  }

  private static String base64url(String text) {
    return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
