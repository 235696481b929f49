package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL at any moment of posting: every acknowledged event is in exactly one batch, the one that
 * its receipt names; no batch is opened or closed twice; every receipt holds.
 */
class KillTest {

  /** {@code -Dcairn.kills=N} kills so often; `cairn bench kill` is the long drill. */
  private static final int ROUNDS = Integer.getInteger("cairn.kills", 50);

  /** Reading the whole store after each round would take longer than the rounds. */
  private static final int ROUNDS_PER_CHECK = 10;

  private static final int CLIENTS = 4;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path dir;
  @TempDir Path libraries;

  /** What clients were promised: the batch of each event. */
  private final Map<EventId, BatchId> acknowledged = new ConcurrentHashMap<>();

  /** Body and answer of the last POST that was answered; empty at first. */
  private final AtomicReference<List<String>> lastExchange = new AtomicReference<>(List.of());

  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
  private final AtomicInteger nextJti = new AtomicInteger();
  private final Random random = new Random(3);

  @AfterEach
  void endClients() {
    clients.shutdownNow();
  }

  @Test
  @Timeout(600)
  void killedGateway_keepsEveryPromise_exactlyOnce() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      int killAfter = acknowledged.size() + 1 + random.nextInt(100);
      postUntilKilled(killAfter);
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(killAfter);
      if (round % ROUNDS_PER_CHECK == 0 || round == ROUNDS) {
        StoreInvariants store = StoreInvariants.check(dir);
        assertThat(store.batchOf()).containsAllEntriesOf(acknowledged);
        assertThat(store.closed()).isPositive();
      }
    }
  }

  /** Clients post until the process is gone, which happens after so many acknowledgements. */
  private void postUntilKilled(int killAfter) throws Exception {
    Process process = startGateway();
    try {
      URI gateway = URI.create("http://127.0.0.1:" + firstLine(process) + "/v1/events/batch");
      checkRepetition(gateway);
      CompletableFuture.allOf(
              IntStream.range(0, CLIENTS)
                  .mapToObj(
                      n ->
                          CompletableFuture.runAsync(
                              () -> client(gateway, n, process, killAfter), clients))
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private void client(URI gateway, int number, Process process, int killAfter) {
    TestSigner signer = new TestSigner(number + 1);
    try {
      while (process.isAlive()) {
        String body = body(signer, 1 + random.nextInt(9));
        HttpResponse<String> response = post(gateway, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        remember(body, response.body());
        if (acknowledged.size() >= killAfter) {
          process.destroyForcibly();
        }
      }
    } catch (IOException e) {
      // The process is gone: what had no answer was not promised.
    }
  }

  private void remember(String body, String answer) throws IOException {
    for (JsonNode event : MAPPER.readTree(answer).get("accepted")) {
      acknowledged.put(
          EventId.parse(event.get("eventId").asText()),
          BatchId.parse(event.get("batchId").asText()));
    }
    lastExchange.set(List.of(body, answer));
  }

  /** What was answered before the kill is answered after it, with the same receipts. */
  private void checkRepetition(URI gateway) throws IOException {
    List<String> exchange = lastExchange.get();
    if (!exchange.isEmpty()) {
      HttpResponse<String> again = post(gateway, exchange.get(0));
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(again.body().replace(",\"duplicate\":true", "")).isEqualTo(exchange.get(1));
    }
  }

  private String body(TestSigner signer, int events) {
    return IntStream.range(0, events)
        .mapToObj(i -> signer.sign("jti-" + nextJti.incrementAndGet()))
        .collect(Collectors.joining("\",\"", "{\"events\":[\"", "\"]}"));
  }

  private static HttpResponse<String> post(URI gateway, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway)
            .header("Content-Type", GatewayFixture.JSON)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError("The test was interrupted.", e);
    }
  }

  private Process startGateway() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + libraries, // a killed process leaves its native libraries behind
            "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
            "-cp",
            System.getProperty("java.class.path"),
            KilledGateway.class.getName(),
            dir.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String line = out.readLine();
    assertThat(line).as("the gateway's port").isNotNull();
    return line;
  }
}
