package dev.cairn.proof.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.verify.EvidenceVerifier;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.MemoryJournal;
import dev.cairn.http.HttpSurface;
import dev.cairn.proof.ProofService;
import dev.cairn.proof.ProofSettings;
import dev.cairn.proof.fixture.SignedBatch;
import dev.cairn.proof.fixture.TestChain;
import dev.cairn.proof.fixture.TroubledJournal;
import dev.cairn.proof.prove.Backoff;
import dev.cairn.proof.store.ProofStore;
import dev.cairn.proof.store.StoreInvariants;
import dev.cairn.virtualchain.coordinator.AnchorProof;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A proof service behind HTTP on loopback, with journals and a chain that the test plays. */
final class Stage {
  static final EvidenceVerifier VERIFIER = new EvidenceVerifier(SignatureProviders.best());
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  final TroubledJournal<BatchEntry> batches = new TroubledJournal<>();
  final MemoryJournal<AnchorEntry> anchors = new MemoryJournal<>();
  final TestChain chain = new TestChain();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ProofSettings settings;
  private Vertx vertx;
  private ProofService service;
  private HttpServer server;

  Stage(Path dir) throws Exception {
    this(settings(dir));
  }

  Stage(ProofSettings settings) throws Exception {
    this.settings = settings;
    open();
  }

  static ProofSettings settings(Path dir) {
    ProofSettings defaults = ProofSettings.of(dir, TestChain.NETWORK, TestChain.CONFIRMATIONS);
    return new ProofSettings(
        dir,
        defaults.network(),
        defaults.confirmations(),
        2,
        new Backoff(Duration.ofMillis(5), Duration.ofMillis(40)),
        16,
        Duration.ofSeconds(5),
        defaults.cacheBytes());
  }

  private void open() throws Exception {
    service =
        ProofService.open(
            settings,
            new ProofService.Surroundings(
                batches,
                anchors,
                chain,
                VERIFIER,
                TestChain::trust,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new Random(7)));
    vertx = Vertx.vertx();
    server =
        vertx
            .createHttpServer()
            .requestHandler(HttpSurface.router(vertx, service.endpoints()))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  ProofService service() {
    return service;
  }

  /** Stops everything and starts it again on the same directory and journals. */
  void restart() throws Exception {
    stop();
    open();
  }

  private void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    service.close();
  }

  /** A closed batch. */
  SignedBatch closeBatch(int number, int size) {
    SignedBatch batch = SignedBatch.of(number, size);
    batches.append(batch.opened());
    batches.append(batch.closed());
    return batch;
  }

  /** A batch that is in a block and final. */
  SignedBatch finishBatch(int number, int size) {
    SignedBatch batch = closeBatch(number, size);
    tellFinal(batch, chain.anchor("anchor " + number, batch));
    return batch;
  }

  /** A batch with evidence, seen over HTTP. */
  SignedBatch proveBatch(int number, int size) throws Exception {
    SignedBatch batch = finishBatch(number, size);
    awaitProved(batch);
    return batch;
  }

  void awaitProved(SignedBatch batch) throws Exception {
    JsonNode json = json(get("/v1/batches/" + batch.id() + "?wait=proved&timeout=20s"));
    if (!json.path("state").asText().equals("proved")) {
      throw new AssertionError("The batch was not proved: " + json);
    }
  }

  void tellFinal(SignedBatch batch, AnchorProof proof) {
    String key = proof.requestKey().toString();
    String hash = proof.block().hash().toString();
    long height = proof.block().height().value();
    int chainId = SignedBatch.CHAIN;
    long now = NOW.toEpochMilli();
    anchors.append(new AnchorEntry.Submitted(batch.id(), chainId, key, now, 1));
    anchors.append(new AnchorEntry.Mined(batch.id(), chainId, key, height, hash, now + 1));
    anchors.append(new AnchorEntry.Final(batch.id(), chainId, key, height, hash, now + 2));
  }

  HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return client.send(request(path, headers).GET().build(), BodyHandlers.ofByteArray());
  }

  CompletableFuture<HttpResponse<byte[]>> getLater(String path) {
    return client.sendAsync(request(path).GET().build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> head(String path) throws Exception {
    return client.send(
        request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
        BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> post(String path, String mediaType, byte[] body) throws Exception {
    return client.send(
        request(path, "Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
            .timeout(Duration.ofSeconds(30));
    return headers.length == 0 ? request : request.headers(headers);
  }

  static JsonNode json(HttpResponse<byte[]> response) throws Exception {
    return JSON.readTree(response.body());
  }

  /** Stops, and checks what must hold in the store that is left. */
  void close() throws Exception {
    stop();
    try (ProofStore store = ProofStore.open(settings.dir(), settings.network())) {
      StoreInvariants.check(store);
    }
  }
}
