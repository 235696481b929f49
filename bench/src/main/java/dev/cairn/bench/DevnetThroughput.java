package dev.cairn.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.pact.CommandBuilder;
import dev.cairn.chainweb.pact.CommandSigner;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.PublicMeta;
import dev.cairn.chainweb.pact.SignerCapability;
import dev.cairn.devnet.Devnet;
import dev.cairn.devnet.DevnetSettings;
import dev.cairn.devnet.genesis.TestAccount;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * How many anchor transactions a second the devnet takes in by {@code send} and mines. Signing is
 * done before the clock starts; clients and network share the process and its processors.
 *
 * <p>Arguments: transactions (20000), chains (20), transactions in one send (50), clients (2).
 */
public final class DevnetThroughput implements AutoCloseable {

  private static final String ROOT = "xnK40e9W7Sirh8NiLFEUBpvdOte4-XN0mNDAHs7wlno";
  private static final BigDecimal PRICE = new BigDecimal("0.0000001");
  private static final TestAccount SENDER = TestAccount.ALL.get(0);
  private static final long SMALL = 2_500;
  private static final long LARGE = 150_000;

  private final Devnet devnet;
  private final HttpClient http = HttpClient.newHttpClient();
  private int nonce;

  private DevnetThroughput(Path directory) {
    devnet =
        Devnet.start(
            DevnetSettings.development().withAddress("127.0.0.1", 0).withDirectory(directory),
            Clock.systemUTC());
  }

  /** Runs it once and prints what came out. */
  public static void main(String[] arguments) throws Exception {
    int transactions = argument(arguments, 0, 20_000);
    int chains = argument(arguments, 1, 20);
    int batch = argument(arguments, 2, 50);
    int clients = argument(arguments, 3, 2);
    Path directory = Files.createTempDirectory("devnet-throughput");
    try (DevnetThroughput bench = new DevnetThroughput(directory)) {
      bench.run(transactions, chains, batch, clients);
    }
    System.exit(0);
  }

  private static int argument(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private void run(int transactions, int chains, int batch, int clients) throws Exception {
    for (int chain = 0; chain < chains; chain++) {
      mine(chain, deployment(chain));
      mine(chain, registration(chain));
    }
    measure("warm-up", bodies(transactions / 2, chains, batch), batch, clients);
    measure("measured", bodies(transactions, chains, batch), batch, clients);
  }

  /** The key of the account that pays and submits. */
  private record Key() implements CommandSigner {
    @Override
    public String publicKeyHex() {
      return SENDER.publicKeyHex();
    }

    @Override
    public byte[] sign(byte[] hash32) {
      byte[] seed = HexFormat.of().parseHex(SENDER.secretKeyHex());
      byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
      Ed25519.sign(seed, 0, hash32, 0, hash32.length, signature, 0);
      return signature;
    }
  }

  /** A send request, and the last command of it. */
  private record Body(int chain, String json, Hash last) {}

  private List<Body> bodies(int transactions, int chains, int batch) {
    List<Body> bodies = new ArrayList<>();
    for (int i = 0; i < transactions / batch; i++) {
      int chain = i % chains;
      List<PactCommand> commands = new ArrayList<>();
      for (int k = 0; k < batch; k++) {
        commands.add(recording(chain));
      }
      bodies.add(body(chain, commands));
    }
    return bodies;
  }

  private static Body body(int chain, List<PactCommand> commands) {
    String json =
        commands.stream()
            .map(PactCommand::toJson)
            .collect(Collectors.joining(",", "{\"cmds\":[", "]}"));
    return new Body(chain, json, commands.get(commands.size() - 1).hash());
  }

  private void measure(String name, List<Body> bodies, int batch, int clients) throws Exception {
    long started = System.nanoTime();
    long cpu = processorNanos();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      int first = client;
      tasks.add(
          () -> {
            for (int i = first; i < bodies.size(); i += clients) {
              send(bodies.get(i));
            }
            return null;
          });
    }
    threads.invokeAll(tasks).forEach(DevnetThroughput::join);
    threads.shutdown();
    double sent = seconds(started);
    for (Body body : bodies) {
      awaitMined(body);
    }
    double mined = seconds(started);
    int count = bodies.size() * batch;
    double busy = (processorNanos() - cpu) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s: %d transactions, sent in %.1f s, mined in %.1f s: %.0f a second; "
            + "processor time %.2f ms each (all of the process)%n",
        name,
        count,
        sent,
        mined,
        count / mined,
        busy * 1_000 / count);
  }

  private static void join(java.util.concurrent.Future<Void> task) {
    try {
      task.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static long processorNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }

  private void mine(int chain, PactCommand command) throws Exception {
    Body body = body(chain, List.of(command));
    send(body);
    awaitMined(body);
  }

  private void send(Body body) throws IOException, InterruptedException {
    String answer = post(body.chain(), "send", body.json());
    while (answer.startsWith("Mempool is full")) {
      Thread.sleep(5);
      answer = post(body.chain(), "send", body.json());
    }
    if (!answer.startsWith("{\"requestKeys\"")) {
      throw new IllegalStateException(answer);
    }
  }

  private void awaitMined(Body body) throws IOException, InterruptedException {
    String request = "{\"requestKeys\":[\"" + body.last() + "\"]}";
    String answer = post(body.chain(), "poll", request);
    while (answer.equals("{}")) {
      Thread.sleep(5);
      answer = post(body.chain(), "poll", request);
    }
    if (!answer.contains("\"status\":\"success\"")) {
      throw new IllegalStateException(answer);
    }
  }

  private String post(int chain, String endpoint, String body)
      throws IOException, InterruptedException {
    URI uri =
        devnet
            .uri()
            .resolve("/chainweb/0.0/development/chain/" + chain + "/pact/api/v1/" + endpoint);
    return http.send(
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  private static ObjectNode keyset() {
    ObjectNode keyset = JsonNodeFactory.instance.objectNode().put("pred", "keys-all");
    keyset.putArray("keys").add(SENDER.publicKeyHex());
    return keyset;
  }

  private PactCommand deployment(int chain) throws IOException {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("namespace", "free").put("upgrade", false).set("governance", keyset());
    return command(chain, LARGE, source(), data);
  }

  private static String source() throws IOException {
    try (InputStream code =
        DevnetThroughput.class.getResourceAsStream("/dev/cairn/contracts/anchor.pact")) {
      return new String(Objects.requireNonNull(code).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private PactCommand registration(int chain) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("guard", keyset());
    String code = "(free.cairn-anchor.register-submitter \"cairn\" (read-keyset \"guard\"))";
    return command(chain, SMALL, code, data);
  }

  private PactCommand recording(int chain) {
    String id = String.format(Locale.ROOT, "0190b1f0-7b1a-7c3e-9a54-%012d", nonce);
    String code =
        "(free.cairn-anchor.record-batch \"cairn\" \"%s\" \"%s\" 1000 \"SHA512t_256\")"
            .formatted(id, ROOT);
    return command(
        chain,
        SMALL,
        code,
        JsonNodeFactory.instance.objectNode(),
        new SignerCapability("coin.GAS", List.of()),
        new SignerCapability("free.cairn-anchor.SUBMIT", List.of(TextNode.valueOf("cairn"))));
  }

  private PactCommand command(
      int chain, long gasLimit, String code, ObjectNode data, SignerCapability... capabilities) {
    PublicMeta meta =
        new PublicMeta(
            new ChainId(chain),
            SENDER.name(),
            gasLimit,
            PRICE,
            Duration.ofHours(8),
            Clock.systemUTC().instant().minusSeconds(5));
    return CommandBuilder.exec(devnet.version().name(), code, data, meta)
        .nonce("bench-" + nonce++)
        .signer(new Key(), capabilities)
        .sign();
  }

  @Override
  public void close() {
    devnet.close();
  }
}
