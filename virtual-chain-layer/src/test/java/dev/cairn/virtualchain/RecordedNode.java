package dev.cairn.virtualchain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.StrictJson;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.payload.TransactionWithOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/**
 * Answers like the node of the recordings in {@code node-capture/}: its 20 chains up to height 38,
 * the blocks with recorded transactions, and its own SPV proofs.
 */
public final class RecordedNode extends Dispatcher {

  public static final String NETWORK = "development";

  private static final String PREFIX = "/chainweb/0.0/" + NETWORK;

  // Read once: a megabyte of JSON.
  private static final String INFO = recorded("info", "info").at("/response/bodyText").asText();
  private static final List<List<BlockHeader>> CHAINS = new ArrayList<>();
  private static final Map<String, BlockHeader> HEADERS = new HashMap<>();
  private static final Map<String, String> PAYLOADS = new HashMap<>();
  private static final Map<String, JsonNode> RESULTS = new HashMap<>();
  private static final Map<String, JsonNode> PROOFS = new HashMap<>();

  /** What tests do to the bodies of answers, by a part of the path. */
  private final Map<String, UnaryOperator<String>> alterations = new ConcurrentHashMap<>();

  static {
    for (JsonNode chain : read("headers-web").path("chains")) {
      List<BlockHeader> headersOfChain = new ArrayList<>();
      chain.path("headers").forEach(h -> headersOfChain.add(BlockHeader.decode(h.asText())));
      headersOfChain.forEach(h -> HEADERS.put(h.hash().toString(), h));
      CHAINS.add(headersOfChain);
    }
    read("blocks").path("blocks").forEach(RecordedNode::addBlock);
    for (JsonNode sample : recordedProofs()) {
      PROOFS.put(proofKey(sample.path("request")), sample.path("response"));
    }
  }

  /** Requests for proofs with the node's answers. */
  public static JsonNode recordedProofs() {
    return read("spv").path("samples");
  }

  /** One recorded exchange of a file of {@code node-capture/}. */
  public static JsonNode recorded(String file, String name) {
    for (JsonNode sample : read(file).path("samples")) {
      if (sample.path("name").asText().equals(name)) {
        return sample;
      }
    }
    throw new IllegalArgumentException("There is no sample " + name + " in " + file + ".");
  }

  public static JsonNode read(String name) {
    try (InputStream in =
        RecordedNode.class.getResourceAsStream("/node-capture/" + name + ".json")) {
      return StrictJson.parse(in.readAllBytes(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on, answers to paths that contain the part come altered. */
  public void alter(String pathPart, UnaryOperator<String> alteration) {
    alterations.put(pathPart, alteration);
  }

  public BlockHeader header(int chain, int height) {
    return CHAINS.get(chain).get(height);
  }

  private static void addBlock(JsonNode block) {
    String text = block.path("payloadWithOutputsText").asText();
    PayloadWithOutputs payload = PayloadWithOutputs.fromJson(StrictJson.parse(text, "payload"));
    PAYLOADS.put(payload.payloadHash().toString(), text);
    BlockHeader header = HEADERS.get(block.path("hash").asText());
    for (TransactionWithOutput transaction : payload.transactions()) {
      RESULTS.put(
          PactCommand.fromJson(transaction.transaction().bytes()).hash().toString(),
          enriched(transaction, header));
    }
  }

  private static JsonNode enriched(TransactionWithOutput transaction, BlockHeader header) {
    ObjectNode result = (ObjectNode) StrictJson.parse(transaction.output().bytes(), "output");
    result
        .putObject("metaData")
        .put("blockHash", header.hash().toString())
        .put("blockHeight", header.height().value())
        .put("blockTime", header.creationTime().micros())
        .put("prevBlockHash", header.parent().toString());
    return result;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    MockResponse response = answer(path, request);
    for (Map.Entry<String, UnaryOperator<String>> alteration : alterations.entrySet()) {
      if (path.contains(alteration.getKey())) {
        return json(alteration.getValue().apply(bodyOf(response)));
      }
    }
    return response;
  }

  private static String bodyOf(MockResponse response) {
    Buffer buffer = new Buffer();
    try {
      response.getBody().writeTo(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.readUtf8();
  }

  private MockResponse answer(String path, RecordedRequest request) {
    if (path.equals("/info")) {
      return json(INFO);
    }
    if (path.equals(PREFIX + "/cut")) {
      return json(cut());
    }
    String[] parts = path.substring(Math.min(path.length(), PREFIX.length() + 1)).split("/", -1);
    if (!path.startsWith(PREFIX + "/chain/") || parts.length < 4) {
      return notFound();
    }
    int chain = Integer.parseInt(parts[1]);
    String last = parts[parts.length - 1];
    return switch (parts[2]) {
      case "header" -> last.equals("branch") ? branch(chain, request) : header(last);
      case "payload" -> payload(parts[3]);
      case "pact" -> last.equals("poll") ? poll(chain, request) : spv(path, request);
      default -> notFound();
    };
  }

  private MockResponse header(String hash) {
    BlockHeader header = HEADERS.get(hash);
    return header == null ? notFound() : json("\"" + header.toBase64Url() + "\"");
  }

  private MockResponse branch(int chain, RecordedRequest request) {
    JsonNode bounds = StrictJson.parse(request.getBody().toByteArray(), "bounds");
    BlockHeader upper = HEADERS.get(bounds.path("upper").path(0).asText());
    long from = Long.parseLong(request.getUrl().queryParameter("minheight"));
    long to = Long.parseLong(request.getUrl().queryParameter("maxheight"));
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    if (upper == null || !upper.hash().equals(top(chain).hash())) {
      return notFound();
    }
    for (long height = Math.min(to, top(chain).height().value()); height >= from; height--) {
      items.add(CHAINS.get(chain).get((int) height).toBase64Url());
    }
    ObjectNode page = JsonNodeFactory.instance.objectNode().put("limit", items.size());
    page.set("items", items);
    return json(page.putNull("next").toString());
  }

  private MockResponse payload(String hash) {
    String text = PAYLOADS.get(hash);
    return text == null ? notFound() : json(text);
  }

  private MockResponse poll(int chain, RecordedRequest request) {
    String depth = request.getUrl().queryParameter("confirmationDepth");
    long deepest = top(chain).height().value() - (depth == null ? 0 : Long.parseLong(depth));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    for (JsonNode key :
        StrictJson.parse(request.getBody().toByteArray(), "poll").path("requestKeys")) {
      JsonNode result = RESULTS.get(key.asText());
      if (result != null
          && result.path("metaData").path("blockHeight").asLong() <= deepest
          && isOn(chain, result)) {
        answer.set(key.asText(), result);
      }
    }
    return json(StrictJson.write(answer));
  }

  private boolean isOn(int chain, JsonNode result) {
    Hash block = Hash.parse(result.path("metaData").path("blockHash").asText());
    return HEADERS.get(block.toString()).chainId().value() == chain;
  }

  private MockResponse spv(String path, RecordedRequest request) {
    JsonNode recorded = PROOFS.get(path + request.getBody().utf8());
    if (recorded == null) {
      return notFound();
    }
    return new MockResponse.Builder()
        .code(recorded.path("status").asInt())
        .body(recorded.path("bodyText").asText())
        .build();
  }

  private static String proofKey(JsonNode request) {
    return request.path("path").asText() + request.path("bodyText").asText();
  }

  private String cut() {
    ObjectNode cut = JsonNodeFactory.instance.objectNode();
    ObjectNode hashes = cut.putObject("hashes");
    for (int chain = 0; chain < CHAINS.size(); chain++) {
      BlockHeader top = top(chain);
      hashes
          .putObject(Integer.toString(chain))
          .put("height", top.height().value())
          .put("hash", top.hash().toString());
    }
    return cut.toString();
  }

  private static BlockHeader top(int chain) {
    List<BlockHeader> headersOfChain = CHAINS.get(chain);
    return headersOfChain.get(headersOfChain.size() - 1);
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json;charset=utf-8")
        .body(body)
        .build();
  }

  private static MockResponse notFound() {
    return new MockResponse.Builder().code(404).body("").build();
  }
}
