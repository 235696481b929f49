package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * An instance that is open to nobody: tenants, keys, devices and client certificates, with the
 * commands of this program, of openssl, and with curl. The order is that of the last test, which
 * kills the instance.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PAYLOAD = "nobody-may-log-this-payload";

  @TempDir static Path dir;

  private static Certificates certificates;
  private static CairnProcess up;
  private static String deviceEvent;

  @BeforeAll
  static void open() throws Exception {
    certificates = new Certificates(dir);
    certificates.make("server", "/CN=gateway", "-addext", "subjectAltName=IP:127.0.0.1");
    certificates.make("fleet", "/CN=fleet authority");
    certificates.makeSigned("lamp", "/CN=lamp-1", "fleet");
    certificates.make("stranger", "/CN=stranger");
    up = start();
    save("acme.key", good("tenant", "create", "acme", "--data", name("data")));
    save("other.key", good("tenant", "create", "other", "--data", name("data")));
    save("fleet.key", as("acme.key", "key", "create", "submit", "read", "audit"));
    save("spy.key", as("other.key", "key", "create", "submit", "read", "audit"));
    CommandRun.good("keygen", "--out", name("lamp.jwk"));
    as("acme.key", "device", "register", "lamp-1", "--key", name("lamp.jwk"));
    as("acme.key", "device", "bind", "lamp-1", "--cert", name("lamp.crt"));
    deviceEvent = sign("lamp-1");
  }

  private static CairnProcess start() throws IOException {
    return CairnProcess.start(
        dir.resolve("up.log"),
        Map.of("CAIRN_LOG", "INFO"),
        "up",
        "--port",
        "0",
        "--data",
        name("data"),
        "--require-keys",
        "--allow-origin",
        "https://app.example",
        "--tls-cert",
        name("server.crt"),
        "--tls-key",
        name("server.key"),
        "--client-certs");
  }

  @AfterAll
  static void close() {
    up.close();
  }

  private static String name(String file) {
    return dir.resolve(file).toString();
  }

  private static void save(String file, String text) throws IOException {
    Files.writeString(dir.resolve(file), text);
  }

  /** What a command printed that speaks to the instance. */
  private static String good(String... arguments) {
    return CommandRun.good(toInstance(arguments)).out().strip();
  }

  private static String[] toInstance(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--at", up.address().toString(), "--ca", name("server.crt")));
    return all.toArray(String[]::new);
  }

  private static String as(String keyFile, String... arguments) {
    return good(withKey(keyFile, arguments));
  }

  private static String[] withKey(String keyFile, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--api-key-file", name(keyFile)));
    return all.toArray(String[]::new);
  }

  private static String sign(String device) throws IOException {
    return signed("lamp.jwk", "--device", device);
  }

  private static String signed(String key, String... more) throws IOException {
    save("payload", PAYLOAD);
    List<String> arguments = new ArrayList<>(List.of("sign", "--key", name(key)));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--out", name("signed"), name("payload")));
    CommandRun.good(arguments.toArray(String[]::new));
    return Files.readString(dir.resolve("signed")).strip();
  }

  /** The answer to a shell command; {@code $U} is the instance, {@code $C} curl as it should be. */
  private static JsonNode shell(String command) throws Exception {
    String prelude = "U=%s; C='curl -sS --cacert server.crt'; ".formatted(up.address());
    return JSON.readTree(Certificates.run(dir, List.of("bash", "-c", prelude + command)));
  }

  private static String typeOf(JsonNode problem) {
    return problem.path("type").asText().replace("urn:cairn:problem:", "");
  }

  @Test
  @Order(1)
  void deviceWithItsCertificate_submitsByStreamAndByGzip() throws Exception {
    save("events", deviceEvent + "\n" + sign("lamp-1") + "\n");
    JsonNode streamed =
        shell(
            "cat events | $C --cert lamp.crt --key lamp.key -H 'Content-Type: application/x-ndjson'"
                + " -T - -X POST $U/v1/events/batch");
    assertThat(streamed.path("accepted")).hasSize(2);
    save("third", sign("lamp-1") + "\n");
    JsonNode zipped =
        shell(
            "gzip -c third | $C --cert lamp.crt --key lamp.key -H 'Content-Encoding: gzip'"
                + " -H 'Content-Type: application/x-ndjson' --data-binary @- $U/v1/events/batch");
    assertThat(zipped.path("accepted")).hasSize(1);
  }

  @Test
  @Order(2)
  void certificate_opensTheDoorForItsDeviceOnly() throws Exception {
    CommandRun.good("keygen", "--out", name("other.jwk"));
    save("foreign", signed("other.jwk"));
    String post =
        " -H 'Content-Type: application/x-ndjson' --data-binary @foreign $U/v1/events/batch";
    assertThat(typeOf(shell("$C --cert lamp.crt --key lamp.key" + post))).isEqualTo("wrong-device");
    assertThat(typeOf(shell("$C --cert stranger.crt --key stranger.key" + post)))
        .isEqualTo("unauthenticated");
    assertThat(typeOf(shell("$C" + post))).isEqualTo("unauthenticated");
    assertThat(typeOf(shell("$C --cert lamp.crt --key lamp.key $U/v1/audit/catalog")))
        .isEqualTo("forbidden");
  }

  @Test
  @Order(3)
  void tenant_readsWhatIsItsAndNothingElse() throws Exception {
    String id = as("fleet.key", "submit", write("own", deviceEvent));
    as("fleet.key", "evidence", id, "--out", name("evidence.json"));
    good("trust", "--out", name("trust.json"));
    CommandRun verified =
        CommandRun.of("verify", "--trust", name("trust.json"), name("evidence.json"));
    assertThat(verified.exit()).as(verified.out()).isZero();
    assertThat(verified.out()).contains("by device acme/lamp-1");

    String spy = "$C -H \"Authorization: Bearer $(cat spy.key)\" ";
    String own = "$C -H \"Authorization: Bearer $(cat fleet.key)\" ";
    String batch = shell(own + "$U/v1/audit/catalog").at("/batches/0/batchId").asText();
    assertThat(shell(own + "$U/v1/batches/" + batch).path("tenant").asText()).isEqualTo("acme");
    for (String path :
        List.of("/v1/evidence/" + id, "/v1/batches/" + batch, "/v1/proof/" + batch)) {
      assertThat(typeOf(shell(spy + "$U" + path))).as(path).startsWith("unknown-");
    }
    assertThat(typeOf(shell(spy + "$U/v1/audit/catalog?tenantId=acme"))).isEqualTo("forbidden");
    assertThat(shell(spy + "$U/v1/audit/catalog").path("batches"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.path("tenant").asText()).isEqualTo("other"));
  }

  private static String write(String file, String text) throws IOException {
    save(file, text + "\n");
    return name(file);
  }

  @Test
  @Order(4)
  void sameBytesOfTwoTenants_haveEvidenceOfTheirOwn() throws Exception {
    CommandRun.good("keygen", "--out", name("shared.jwk"));
    String event = signed("shared.jwk");
    String first = as("fleet.key", "submit", write("shared", event));
    String second = as("spy.key", "submit", name("shared"));
    assertThat(second).isEqualTo(first);
    as("fleet.key", "evidence", first, "--out", name("shared-acme.json"));
    as("spy.key", "evidence", first, "--out", name("shared-other.json"));
    good("trust", "--out", name("trust.json"));
    CommandRun.good("verify", "--trust", name("trust.json"), name("shared-acme.json"));
    CommandRun.good("verify", "--trust", name("trust.json"), name("shared-other.json"));
    assertThat(batchOf("shared-acme.json")).isNotEqualTo(batchOf("shared-other.json"));
  }

  private static String batchOf(String evidence) throws IOException {
    return JSON.readTree(dir.resolve(evidence).toFile()).at("/inclusion/batchId").asText();
  }

  @Test
  @Order(5)
  void pagesOfAnAllowedOrigin_mayAsk() throws Exception {
    String preflight =
        "-X OPTIONS -D - -o /dev/null -H 'Access-Control-Request-Method: POST' $U/v1/events/batch";
    String prelude = "U=%s; curl -sS --cacert server.crt ".formatted(up.address());
    String allowed =
        Certificates.run(
            dir, List.of("bash", "-c", prelude + "-H 'Origin: https://app.example' " + preflight));
    assertThat(allowed.toLowerCase(Locale.ROOT))
        .contains("access-control-allow-origin: https://app.example");
    String refused =
        Certificates.run(
            dir, List.of("bash", "-c", prelude + "-H 'Origin: https://evil.example' " + preflight));
    assertThat(refused.toLowerCase(Locale.ROOT)).doesNotContain("access-control");
  }

  @Test
  @Order(6)
  void newServerCertificate_isTakenUpWhileRunning() throws Exception {
    certificates.make("next", "/CN=next", "-addext", "subjectAltName=IP:127.0.0.1");
    Files.copy(dir.resolve("server.crt"), dir.resolve("old.crt"));
    Files.move(
        dir.resolve("next.key"), dir.resolve("server.key"), StandardCopyOption.REPLACE_EXISTING);
    Files.move(
        dir.resolve("next.crt"), dir.resolve("server.crt"), StandardCopyOption.REPLACE_EXISTING);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> CommandRun.of(toInstance("trust", "--out", name("t.json"))).exit() == 0);
    CommandRun old =
        CommandRun.of("trust", "--at", up.address().toString(), "--ca", name("old.crt"));
    assertThat(old.exit()).isNotZero();
  }

  @Test
  @Order(7)
  void killRightAfterAnAct_leavesTheActAndItsEvidence() throws Exception {
    save("last.key", as("acme.key", "key", "create", "submit", "--note", "just before the end"));
    up.kill();
    up = start();
    as("last.key", "submit", write("after", sign("lamp-1")));
    String[] acts = as("acme.key", "audit").split("\n", -1);
    for (String act : List.of(acts[0], acts[acts.length - 1])) {
      String id = JSON.readTree(act).path("eventId").asText();
      as("fleet.key", "evidence", id, "--out", name("act.json"));
      good("trust", "--out", name("trust.json"));
      CommandRun.good("verify", "--trust", name("trust.json"), name("act.json"));
    }
    assertThat(acts[acts.length - 1]).contains("just before the end");
  }

  @Test
  @Order(8)
  void log_namesRequestsAndNoSecrets() throws Exception {
    String log = Files.readString(dir.resolve("up.log"));
    assertThat(log).contains("request=\"", "tenant=\"acme\"", "caller=\"key:");
    for (String file : List.of("acme.key", "fleet.key", "last.key", "data/keys/admin.key")) {
      String key = Files.readString(dir.resolve(file)).strip();
      assertThat(log).doesNotContain(key.substring("cairn_".length() + 17));
    }
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(PAYLOAD.getBytes(StandardCharsets.UTF_8));
    assertThat(log).doesNotContain(PAYLOAD, payload, "BEGIN PRIVATE");
  }
}
