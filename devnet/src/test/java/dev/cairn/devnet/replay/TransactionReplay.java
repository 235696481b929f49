package dev.cairn.devnet.replay;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.Devnet;
import dev.cairn.devnet.genesis.TestAccount;
import dev.cairn.devnet.replay.NodeUnderTest.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Sends the recorded transactions in their order and polls their results. Those that carry a proof
 * of the recorded chain get ours instead and are signed again.
 */
final class TransactionReplay {

  private static final String FILE = "pact-transactions";

  /** After all blocks. */
  private static final int REFUSED = Integer.MAX_VALUE;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final NodeUnderTest node;
  private final Translation translation;
  private final Comparison comparison;
  private final List<Verdict> verdicts = new ArrayList<>();

  TransactionReplay(NodeUnderTest node, Translation translation, Comparison comparison) {
    this.node = node;
    this.translation = translation;
    this.comparison = comparison;
  }

  List<Verdict> play() {
    Map<String, Integer> places = places();
    SortedMap<Integer, Map<Integer, List<JsonNode>>> blocks = new TreeMap<>();
    for (JsonNode transaction : Recording.file(FILE).get("transactions")) {
      blocks
          .computeIfAbsent(height(transaction), height -> new TreeMap<>())
          .computeIfAbsent(transaction.get("chain").intValue(), chain -> new ArrayList<>())
          .add(transaction);
    }
    for (Map<Integer, List<JsonNode>> chains : blocks.values()) {
      for (List<JsonNode> block : chains.values()) {
        block.sort(Comparator.comparing(each -> places.getOrDefault(key(each), 0)));
        play(block);
      }
    }
    return verdicts;
  }

  // What was refused is in no block.
  private static int height(JsonNode transaction) {
    return transaction.path("blockHeight").asInt(REFUSED);
  }

  /** Where the recorded blocks hold each transaction, by its request key. */
  private static Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    for (JsonNode block : Recording.file("blocks").get("blocks")) {
      JsonNode payload = NodeUnderTest.parse(block.get("payloadText").textValue());
      for (JsonNode transaction : payload.get("transactions")) {
        byte[] json = Base64Url.decode(transaction.textValue());
        JsonNode command = NodeUnderTest.parse(new String(json, StandardCharsets.UTF_8));
        places.put(command.get("hash").textValue(), places.size());
      }
    }
    return places;
  }

  // Sent together, in the order of the recorded block, so that our block is alike.
  private void play(List<JsonNode> block) {
    if (height(block.get(0)) == REFUSED) {
      block.forEach(each -> send(List.of(each)));
      return;
    }
    send(block);
    block.forEach(this::poll);
  }

  private void send(List<JsonNode> block) {
    List<String> commands = block.stream().map(each -> translated(each).toJson()).toList();
    Reply reply =
        node.post(pact(block.get(0), "send"), "{\"cmds\":[" + String.join(",", commands) + "]}");
    int status = block.get(0).at("/send/status").intValue();
    String recorded = status == 200 ? answer(block) : block.get(0).at("/send/bodyText").textValue();
    for (JsonNode each : block) {
      String request = "send " + name(each);
      verdicts.add(comparison.compare(FILE, request, status, "", recorded, reply));
    }
  }

  private static String answer(List<JsonNode> block) {
    return block.stream()
        .map(each -> "\"" + key(each) + "\"")
        .collect(Collectors.joining(",", "{\"requestKeys\":[", "]}"));
  }

  private void poll(JsonNode transaction) {
    String body = "{\"requestKeys\":[\"" + translation.apply(key(transaction)) + "\"]}";
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> node.post(pact(transaction, "poll"), body).json().size() == 1);
    Reply reply = node.post(pact(transaction, "poll"), body);
    String request = "poll " + name(transaction);
    String answer = transaction.at("/poll/bodyText").textValue();
    verdicts.add(comparison.compare(FILE, request, 200, "", answer, reply, ownValues(transaction)));
  }

  // One value tells of the chain's height, one text of the gas that was used until it failed.
  private static String ownValues(JsonNode transaction) {
    return switch (name(transaction)) {
      case "time-and-chain-data" -> ".*\\.result\\.data\\[0\\]\\.int";
      case "out-of-gas" -> ".*\\.message";
      default -> "";
    };
  }

  private PactCommand translated(JsonNode transaction) {
    String text = transaction.at("/command/cmd").textValue();
    String ours = withOurProof(text);
    JsonNode signatures = transaction.at("/command/sigs");
    if (ours.equals(text)) {
      List<String> kept = new ArrayList<>();
      signatures.forEach(signature -> kept.add(signature.get("sig").textValue()));
      return new PactCommand(Bytes.utf8(text), Hash.parse(key(transaction)), kept);
    }
    PactCommand unsigned = PactCommand.of(Bytes.utf8(ours), List.of());
    String key = NodeUnderTest.parse(ours).at("/signers/0/pubKey").textValue();
    translation.put(transaction.at("/command/hash").textValue(), unsigned.hash().toString());
    return PactCommand.of(Bytes.utf8(ours), List.of(sign(key, unsigned.hash())));
  }

  private String withOurProof(String text) {
    ObjectNode command = (ObjectNode) NodeUnderTest.parse(text);
    JsonNode cont = command.at("/payload/cont");
    if (cont.path("proof").isTextual()) {
      return Proofs.ours(node, translation, cont.get("proof").textValue())
          .map(proof -> text.replace(cont.get("proof").textValue(), proof))
          .orElse(text);
    }
    JsonNode object = command.at("/payload/exec/data/proof");
    if (!object.isObject()) {
      return text;
    }
    String proof = Proofs.ours(node, translation, Proofs.transport(object)).orElseThrow();
    ((ObjectNode) command.at("/payload/exec/data")).set("proof", Proofs.object(proof));
    return command.toString();
  }

  private static String sign(String publicKey, Hash message) {
    TestAccount account =
        Devnet.testAccounts().stream()
            .filter(each -> each.publicKeyHex().equals(publicKey))
            .findFirst()
            .orElseThrow();
    byte[] seed = HexFormat.of().parseHex(account.secretKeyHex());
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, message.bytes(), 0, Hash.SIZE, signature, 0);
    return HexFormat.of().formatHex(signature);
  }

  private static String key(JsonNode transaction) {
    return transaction.at("/command/hash").textValue();
  }

  private static String name(JsonNode transaction) {
    return transaction.get("name").textValue();
  }

  private static String pact(JsonNode transaction, String endpoint) {
    return NodeUnderTest.BASE + "/chain/" + transaction.get("chain") + "/pact/api/v1/" + endpoint;
  }
}
