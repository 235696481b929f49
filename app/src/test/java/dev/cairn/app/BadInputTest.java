package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.app.client.CairnClient;
import dev.cairn.app.instance.Instance;
import dev.cairn.app.instance.InstanceSettings;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.EvidenceVerifier;
import dev.cairn.evidence.verify.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each bad input has its own clear answer, and docs/bad-input.md says which. */
class BadInputTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "bad-input.md");

  /** {@code -Dcairn.renew=true} writes the document anew. */
  private static final String RENEW = "cairn.renew";

  private static final Duration PROVED_WITHIN = Duration.ofSeconds(30);

  static final List<BadRequest> REQUESTS = BadRequests.all();
  static final List<BadEvidence> EVIDENCE = BadEvidence.all();

  @TempDir static Path directory;

  /** Targets change with each epoch, so that no series of tries is long. */
  private static final int MOST_TRIES = 40;

  private static Instance instance;
  private static byte[] evidence;
  private static byte[] trust;
  private static Map<String, String> keys;

  @BeforeAll
  static void proveOneEvent() throws IOException {
    instance = Instance.start(InstanceSettings.embedded(directory, 0));
    CairnClient client = new CairnClient(instance.address());
    evidence = proved(client, "taken");
    for (int i = 0; i < MOST_TRIES && everyHeaderMeetsItsTarget(); i++) {
      evidence = proved(client, "another-" + i);
    }
    trust = client.trust();
    keys = BadKeys.of(instance.address(), directory);
  }

  @AfterAll
  static void stop() {
    instance.close();
  }

  private static byte[] proved(CairnClient client, String jti) throws IOException {
    return client.evidence(accepted(client, BadRequests.signed(jti, "1")), PROVED_WITHIN);
  }

  /** Headers without work meet an easy target by chance; a row below needs one that does not. */
  private static boolean everyHeaderMeetsItsTarget() throws IOException {
    JsonNode headers = new ObjectMapper().readTree(evidence).at("/anchor/headers");
    return StreamSupport.stream(headers.spliterator(), false)
        .allMatch(header -> BlockHeader.decode(header.textValue()).meetsTarget());
  }

  private static String accepted(CairnClient client, String event) throws IOException {
    return client.submit(event + "\n").at("/accepted/0/eventId").asText();
  }

  private static VerificationReport verify(byte[] file, byte[] trusted) {
    return new EvidenceVerifier(SignatureProviders.best()).verify(file, TrustFile.parse(trusted));
  }

  @ParameterizedTest
  @FieldSource("REQUESTS")
  void request_isAnsweredByItsOwnProblem(BadRequest bad) throws IOException {
    BadRequest.Answer answer = bad.keyed(keys).send(instance.address());
    assertThat(answer.slug()).as(bad.what() + ": " + answer).isEqualTo(bad.slug());
    assertThat(answer.status()).as(bad.what()).isEqualTo(bad.status());
    assertThat(answer.problem().path("status").asInt()).isEqualTo(bad.status());
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    assertThat(answer.problem().path("detail").asText())
        .as(bad.what())
        .isNotBlank()
        .hasSizeLessThan(400)
        .doesNotContain("Exception", "java.", "StreamRead", "Source:");
  }

  @Test
  void evidenceAsServed_isValid() {
    assertThat(verify(evidence, trust).isValid()).isTrue();
  }

  @ParameterizedTest
  @FieldSource("EVIDENCE")
  void evidence_failsAtItsOwnStep(BadEvidence bad) {
    VerificationReport report = verify(bad.evidence().apply(evidence), bad.trust().apply(trust));
    assertThat(report.isValid()).as(bad.what()).isFalse();
    assertThat(report.firstFailure().orElseThrow().step().label())
        .as(bad.what() + "\n" + report.toText())
        .isEqualTo(bad.step());
  }

  @Test
  void oneBadEvent_spoilsNoGoodOne() throws IOException {
    CairnClient client = new CairnClient(instance.address());
    String lines = String.join("\n", "junk", BadRequests.signed("good", "1"), "e30.e30.", "");
    assertThat(client.submit(lines).at("/accepted/0/index").asInt()).isEqualTo(1);
    assertThat(client.submit(lines).path("rejected").size()).isEqualTo(2);
  }

  @Test
  void document_saysWhatIsTested() throws IOException {
    if (Boolean.getBoolean(RENEW)) {
      Files.writeString(DOCUMENT, document());
    }
    assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
        .as(
            "docs/bad-input.md; renew it: mvn -pl app -am test -Dtest=BadInputTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s",
            RENEW + "=true")
        .isEqualTo(document());
  }

  private static String document() {
    return """
    # Bad input

    Each of these was sent in a test (`BadInputTest`), which also wrote this page.

    ## Over HTTP

    The answer is a problem (RFC 9457) whose `type` is `urn:cairn:problem:` and the name below; its
    `detail` says what is wrong and where. One bad event in a request never spoils the good ones: it
    is listed in `rejected`, and the answer is a problem only if no event was accepted.

    | sent | to | status | problem |
    |---|---|---|---|
    """
        + REQUESTS.stream().map(BadInputTest::row).collect(Collectors.joining())
        + """

        ## To the verifier

        `./cairn verify` ends with exit code 2 and names the first step that fails; so does
        `POST /v1/proof/verify`, which answers 200 with the report.

        | evidence with | step that fails |
        |---|---|
        """
        + EVIDENCE.stream()
            .map(bad -> "| %s | %s |%n".formatted(bad.what(), bad.step()))
            .collect(Collectors.joining());
  }

  private static String row(BadRequest bad) {
    String target = bad.target().replaceAll("a{20,}", "aaa…").replaceAll("A{20,}", "AAA…");
    return "| %s | `%s` | %d | `%s` |%n"
        .formatted(bad.what(), target.replaceAll("B{20,}", "BBB…"), bad.status(), bad.slug());
  }
}
