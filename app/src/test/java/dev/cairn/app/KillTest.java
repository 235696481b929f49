package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.app.client.CairnClient;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventSigner;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.EvidenceVerifier;
import dev.cairn.evidence.verify.VerificationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the whole process while events come in. */
class KillTest {
  private static final int ROUNDS = 3;
  private static final int POSTS_BEFORE_KILL = 12;
  private static final int EVENTS_PER_POST = 10;

  @TempDir Path directory;

  private final SigningKey key = SigningKey.generate(SignatureAlgorithm.EDDSA, new SecureRandom());

  /** Event id to batch id of all that was acknowledged. */
  private final Map<String, String> acknowledged = new HashMap<>();

  private int number;

  @Test
  void killedWhilePosting_everyAcknowledgedEventEndsWithEvidence() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      CairnProcess up = up();
      CairnClient client = new CairnClient(up.address());
      for (int post = 0; post < POSTS_BEFORE_KILL; post++) {
        post(client);
      }
      up.kill();
    }
    try (CairnProcess up = up()) {
      CairnClient client = new CairnClient(up.address());
      List<byte[]> evidence = evidence(client);
      assertAllValid(evidence, TrustFile.parse(client.trust()));
    }
    assertThat(acknowledged).hasSize(ROUNDS * POSTS_BEFORE_KILL * EVENTS_PER_POST);
  }

  private CairnProcess up() throws IOException {
    return CairnProcess.start(
        directory.resolve("up.log"),
        "up",
        "--port",
        "0",
        "--data",
        directory.resolve("data").toString());
  }

  private void post(CairnClient client) throws IOException {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < EVENTS_PER_POST; i++) {
      byte[] payload = ("reading " + number).getBytes(StandardCharsets.UTF_8);
      EventDraft draft =
          EventDraft.of(payload, "reading-" + number++, Instant.now().getEpochSecond())
              .withTaskKey("sensor-" + i);
      events.append(new String(EventSigner.sign(key, draft), StandardCharsets.UTF_8)).append('\n');
    }
    for (JsonNode event : client.submit(events.toString()).path("accepted")) {
      acknowledged.put(event.path("eventId").asText(), event.path("batchId").asText());
    }
  }

  private List<byte[]> evidence(CairnClient client) throws IOException {
    List<byte[]> evidence = new ArrayList<>();
    for (String eventId : acknowledged.keySet()) {
      evidence.add(client.evidence(eventId, Duration.ofSeconds(50)));
    }
    return evidence;
  }

  private void assertAllValid(List<byte[]> evidence, TrustFile trust) {
    EvidenceVerifier verifier = new EvidenceVerifier(SignatureProviders.best());
    for (byte[] file : evidence) {
      VerificationReport report = verifier.verify(file, trust);
      assertThat(report.isValid()).as(report.toText()).isTrue();
    }
  }
}
