package dev.cairn.gateway.access;

import static dev.cairn.gateway.access.AccessFixture.json;
import static dev.cairn.gateway.access.AccessFixture.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.gateway.TestSigner;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.handover.BatchEntry;
import dev.cairn.http.Permission;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyGateTest {
  private static final TestSigner SIGNER = new TestSigner(1);

  @TempDir private Path dir;

  private AccessFixture gateway;

  @BeforeEach
  void open() {
    gateway = new AccessFixture(dir, true);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  private static void assertRefused(HttpResponse<String> response, int status, String slug)
      throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(problem(response)).isEqualTo(slug);
    assertThat(json(response).path("requestId").asText())
        .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
  }

  @Test
  void requestWithoutAKnownKey_isRefusedAndToldHow() throws Exception {
    String known = gateway.tenant("acme", "{}");
    String wrong = known.substring(0, 65) + (known.endsWith("A") ? 'B' : 'A');
    for (String key :
        List.of("", "x", wrong, "x".repeat(4000), known + "A", "cairn_" + "0".repeat(60))) {
      HttpResponse<String> refused = gateway.post(key, SIGNER.sign("a"));
      assertRefused(refused, 401, "unauthenticated");
      assertThat(refused.headers().firstValue("WWW-Authenticate"))
          .contains("Bearer realm=\"cairn\"");
      assertThat(refused.body()).doesNotContain(key.isEmpty() ? "cairn_0" : key);
    }
    assertThat(gateway.post(known, SIGNER.sign("a")).statusCode()).isEqualTo(202);
  }

  @Test
  void keyThatIsTooLongForAHeader_isRefusedByTheServer() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      String request =
          "POST /v1/events/batch HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + "x".repeat(20_000)
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
          .isIn("HTTP/1.1 431", "HTTP/1.1 400");
    }
  }

  @Test
  void twoAuthorizationHeaders_areOneTooMany() throws Exception {
    String key = gateway.tenant("acme", "{}");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      String header = "Authorization: Bearer " + key + "\r\n";
      String request =
          "GET /v1/admin/keys HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
              + header
              + header
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 401").doesNotContain(key);
    }
  }

  @Test
  void permissions_areAskedOneByOne() throws Exception {
    gateway.tenant("acme", "{}");
    TenantName acme = new TenantName("acme");
    String submit = gateway.key(acme, EnumSet.of(Permission.SUBMIT));
    String admin = gateway.key(acme, EnumSet.of(Permission.ADMIN));
    assertThat(gateway.post(submit, SIGNER.sign("a")).statusCode()).isEqualTo(202);
    assertRefused(gateway.post(admin, SIGNER.sign("b")), 403, "forbidden");
    assertRefused(gateway.send(submit, "GET", "/v1/admin/keys", ""), 403, "forbidden");
    assertRefused(gateway.send(submit, "GET", "/v1/admin/audit", ""), 403, "forbidden");
    assertThat(gateway.send(admin, "GET", "/v1/admin/keys", "").statusCode()).isEqualTo(200);
    // An administrator of one tenant is nobody to the others.
    assertRefused(
        gateway.send(admin, "GET", "/v1/admin/keys?tenant=default", ""), 403, "forbidden");
    assertRefused(
        gateway.send(admin, "POST", "/v1/admin/tenants", "{\"tenant\":\"x\"}"), 403, "forbidden");
    assertRefused(
        gateway.send(admin, "PATCH", "/v1/admin/tenants/acme/rules", "{}"), 403, "forbidden");
  }

  @Test
  void revokedKey_isRefusedAtOnce() throws Exception {
    String admin = gateway.tenant("acme", "{}");
    JsonNode made =
        json(gateway.send(admin, "POST", "/v1/admin/keys", "{\"permissions\":[\"submit\"]}"));
    String key = made.path("key").asText();
    assertThat(gateway.post(key, SIGNER.sign("a")).statusCode()).isEqualTo(202);
    String path = "/v1/admin/keys/" + made.path("keyId").asText();
    assertThat(gateway.send(admin, "DELETE", path, "").statusCode()).isEqualTo(200);
    assertRefused(gateway.post(key, SIGNER.sign("a")), 401, "unauthenticated");
    assertRefused(gateway.send(admin, "DELETE", path, ""), 409, "already-there");
    assertThat(gateway.send(admin, "GET", "/v1/admin/keys", "").body()).doesNotContain(key);
  }

  @Test
  void sameEventOfTwoTenants_isTwoEvents() throws Exception {
    String acme = gateway.tenant("acme", "{}");
    String other = gateway.tenant("other", "{}");
    String event = SIGNER.sign("a");
    JsonNode first = json(gateway.post(acme, event));
    JsonNode second = json(gateway.post(other, event));
    assertThat(second.at("/accepted/0/duplicate").isMissingNode()).isTrue();
    assertThat(second.path("batchId")).isNotEqualTo(first.path("batchId"));
    assertThat(gateway.post(acme, event).statusCode()).isEqualTo(200);
    // Other bytes under a used jti are a conflict within a tenant only.
    assertThat(gateway.post(other, SIGNER.sign("b", "x")).statusCode()).isEqualTo(202);
    assertThat(gateway.post(acme, SIGNER.sign("b", "y")).statusCode()).isEqualTo(202);
    assertRefused(gateway.post(acme, SIGNER.sign("b", "z")), 409, "idempotency-conflict");
  }

  @Test
  void keyRate_refusesTheRequestAndSaysWhenToComeAgain() throws Exception {
    String key = gateway.tenant("acme", "{\"keyEventsPerSecond\":2,\"keyBurst\":3}");
    assertThat(gateway.post(key, SIGNER.sign("a"), SIGNER.sign("b")).statusCode()).isEqualTo(202);
    HttpResponse<String> refused = gateway.post(key, SIGNER.sign("c"), SIGNER.sign("d"));
    assertRefused(refused, 429, "rate-limited");
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    gateway.nanos.addAndGet(500_000_000L);
    assertThat(gateway.post(key, SIGNER.sign("c"), SIGNER.sign("d")).statusCode()).isEqualTo(202);
  }

  @Test
  void signerRate_refusesTheEventAloneAndOnlyForGoodSignatures() throws Exception {
    String key = gateway.tenant("acme", "{\"signerEventsPerSecond\":1,\"signerBurst\":1}");
    String forged = SIGNER.sign("x");
    char last = forged.charAt(forged.length() - 10);
    forged =
        forged.substring(0, forged.length() - 10)
            + (last == 'A' ? 'B' : 'A')
            + forged.substring(forged.length() - 9);
    assertRefused(gateway.post(key, forged), 400, "bad-signature");

    JsonNode mixed =
        json(gateway.post(key, SIGNER.sign("a"), SIGNER.sign("b"), new TestSigner(2).sign("a")));
    assertThat(mixed.path("accepted")).hasSize(2);
    assertThat(mixed.at("/rejected/0/type").asText()).endsWith("signer-rate-limited");
    HttpResponse<String> alone = gateway.post(key, SIGNER.sign("b"));
    assertRefused(alone, 429, "signer-rate-limited");
    assertThat(alone.headers().firstValue("Retry-After")).isPresent();
    gateway.nanos.addAndGet(1_000_000_000L);
    assertThat(gateway.post(key, SIGNER.sign("b")).statusCode()).isEqualTo(202);
  }

  @Test
  void quota_countsWhatIsNewOnDisk() throws Exception {
    String key = gateway.tenant("acme", "{\"eventsPerDay\":2}");
    assertThat(gateway.post(key, SIGNER.sign("a")).statusCode()).isEqualTo(202);
    assertThat(gateway.post(key, SIGNER.sign("a")).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = gateway.post(key, SIGNER.sign("b"), SIGNER.sign("c"));
    assertRefused(refused, 429, "quota-exceeded");
    assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1L, 86_400L);
    assertThat(gateway.post(key, SIGNER.sign("b")).statusCode()).isEqualTo(202);
    assertRefused(gateway.post(key, SIGNER.sign("c")), 429, "quota-exceeded");
    JsonNode tenants = json(gateway.send(key, "GET", "/v1/admin/tenants", ""));
    assertThat(tenants.path("tenants")).hasSize(1);
    assertThat(tenants.at("/tenants/0/usage/day/events").asInt()).isEqualTo(2);
  }

  @Test
  void window_refusesEventsOutsideIt() throws Exception {
    String key = gateway.tenant("acme", "{\"maxPastSeconds\":3600}");
    assertRefused(gateway.post(key, SIGNER.sign("a")), 400, "outside-time-window");
  }

  @Test
  void acts_areEventsOfTheirTenant() throws Exception {
    String key = gateway.tenant("acme", "{}");
    JsonNode acts = json(gateway.send(key, "GET", "/v1/admin/audit", "")).path("acts");
    assertThat(acts).hasSize(4);
    assertThat(acts).allSatisfy(act -> assertThat(act.path("tenant").asText()).isEqualTo("acme"));
    assertThat(json(gateway.send(gateway.operator, "GET", "/v1/admin/audit", "")).path("acts"))
        .hasSize(5);
    List<String> promised = acts.findValuesAsText("eventId");
    Awaitility.await().until(() -> gateway.register.undelivered() == 0);
    gateway.gateway().drain();
    List<String> anchored =
        gateway.gateway().batches().read(0, 100).stream()
            .map(entry -> entry.value())
            .filter(BatchEntry.Closed.class::isInstance)
            .map(entry -> ((BatchEntry.Closed) entry).batch())
            .filter(batch -> batch.tenant().equals("acme"))
            .flatMap(batch -> batch.events().stream())
            .map(event -> event.id().toString())
            .toList();
    assertThat(anchored).isEqualTo(promised);
  }

  @Test
  void instanceWithoutRequiredKeys_isOpenButNotForAdministration() throws Exception {
    gateway.close();
    gateway = new AccessFixture(dir.resolve("open"), false);
    assertThat(gateway.post("", SIGNER.sign("a")).statusCode()).isEqualTo(202);
    assertRefused(gateway.send("", "GET", "/v1/admin/keys", ""), 401, "unauthenticated");
    assertRefused(gateway.post("wrong", SIGNER.sign("a")), 401, "unauthenticated");
  }
}
