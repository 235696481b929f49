package dev.cairn.virtualchain.executor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.StrictJson;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.spv.SpvProof;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/**
 * The service API of Chainweb nodes over HTTP (chainweb.md §6). Closing it cuts off what is under
 * way with {@link NodeUnavailable}, for a quick end of whoever waits.
 */
public final class HttpChainwebNodes implements ChainwebNodes, AutoCloseable {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String network;
  private final String prefix;
  private final NodeTransport transport;
  private final OkHttpClient client;
  private final OkHttpClient streaming;
  private final HeadWatchTimes watchTimes;

  HttpChainwebNodes(NodeSettings settings, OkHttpClient base, HeadWatchTimes watchTimes) {
    this.client = NodeClients.forAnswers(base, settings);
    this.network = settings.network();
    this.prefix = "chainweb/0.0/" + network;
    this.transport = new NodeTransport(settings.nodes(), client);
    this.streaming = NodeClients.forStreams(base, settings);
    this.watchTimes = watchTimes;
  }

  /** Nothing is asked yet. The client lends its connections and threads, and stays the caller's. */
  public static HttpChainwebNodes open(NodeSettings settings, OkHttpClient client) {
    return new HttpChainwebNodes(settings, client, HeadWatchTimes.DEFAULT);
  }

  @Override
  public String network() {
    return network;
  }

  @Override
  public NetworkInfo info() {
    NetworkInfo info = transport.ask(NodeRequest.get("info"), b -> NetworkInfo.fromJson(json(b)));
    if (!info.network().equals(network)) {
      throw new NodeUnavailable(
          "The node serves network " + info.network() + ", not " + network + ".");
    }
    return info;
  }

  @Override
  public SortedMap<ChainId, ChainHead> heads() {
    return transport.ask(
        NodeRequest.get(prefix + "/cut"), body -> headsIn(json(body).path("hashes")));
  }

  @Override
  public void send(ChainId chain, PactCommand command) {
    ObjectNode body = JSON.objectNode();
    body.putArray("cmds").add(command.toJsonObject());
    transport.ask(
        NodeRequest.post(pact(chain, "api/v1/send"), body),
        answer -> requireKey(json(answer), command.requestKey()));
  }

  @Override
  public Map<RequestKey, PolledResult> poll(
      ChainId chain, Collection<RequestKey> keys, int confirmationDepth) {
    ObjectNode body = JSON.objectNode();
    ArrayNode list = body.putArray("requestKeys");
    keys.forEach(key -> list.add(key.toString()));
    NodeRequest request = NodeRequest.post(pact(chain, "api/v1/poll"), body);
    return transport.ask(
        confirmationDepth == 0 ? request : request.with("confirmationDepth", confirmationDepth),
        answer -> polled(json(answer), keys));
  }

  @Override
  public CommandResult local(ChainId chain, PactCommand command) {
    NodeRequest request =
        NodeRequest.post(pact(chain, "api/v1/local"), command.toJsonObject())
            .with("preflight", "false")
            .with("signatureVerification", "false");
    return transport.ask(request, answer -> CommandResult.parse(Bytes.of(answer)));
  }

  @Override
  public BlockHeader header(ChainId chain, Hash hash) {
    return transport.ask(
        NodeRequest.get(chain(chain) + "/header/" + hash),
        answer -> BlockHeader.decode(json(answer).asText()));
  }

  @Override
  public List<BlockHeader> branch(ChainId chain, Hash upper, BlockHeight from, BlockHeight to) {
    ObjectNode bounds = JSON.objectNode();
    bounds.putArray("upper").add(upper.toString());
    bounds.putArray("lower");
    NodeRequest request =
        NodeRequest.post(chain(chain) + "/header/branch", bounds)
            .with("minheight", from.value())
            .with("maxheight", to.value());
    return transport.ask(request, answer -> ascending(json(answer).path("items")));
  }

  @Override
  public PayloadWithOutputs payload(BlockHeader header) {
    NodeRequest request =
        NodeRequest.get(chain(header.chainId()) + "/payload/" + header.payloadHash() + "/outputs")
            .with("height", header.height().value());
    return transport.ask(request, answer -> PayloadWithOutputs.fromJson(json(answer)));
  }

  @Override
  public SpvProof spv(ChainId source, RequestKey key, ChainId target) {
    ObjectNode body = JSON.objectNode();
    body.put("requestKey", key.toString()).put("targetChainId", target.toString());
    return transport.ask(
        NodeRequest.post(pact(source, "spv"), body),
        answer -> SpvProof.parseTransport(json(answer).asText()));
  }

  @Override
  public Subscription headUpdates(Consumer<ChainHead> listener) {
    NodeRequest updates = NodeRequest.stream(prefix + "/header/updates");
    return new HeadWatch(transport, streaming, updates, this::heads, listener, watchTimes).start();
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
  }

  private static SortedMap<ChainId, ChainHead> headsIn(JsonNode hashes) {
    SortedMap<ChainId, ChainHead> heads = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : hashes.properties()) {
      ChainId chain = ChainId.parse(entry.getKey());
      BlockHeight height = new BlockHeight(entry.getValue().path("height").longValue());
      Hash hash = Hash.parse(entry.getValue().path("hash").asText());
      heads.put(chain, new ChainHead(chain, height, hash));
    }
    return heads;
  }

  private String chain(ChainId chain) {
    return prefix + "/chain/" + chain;
  }

  private String pact(ChainId chain, String call) {
    return chain(chain) + "/pact/" + call;
  }

  private static JsonNode json(byte[] body) {
    return StrictJson.parse(body, "answer");
  }

  /** A node that names another key has not understood the command. */
  private static RequestKey requireKey(JsonNode answer, RequestKey key) {
    String named = answer.path("requestKeys").path(0).asText();
    if (!named.equals(key.toString())) {
      throw new MalformedException("The node took " + key + " as \"" + named + "\".");
    }
    return key;
  }

  /** Only what was asked for; a node may say more. */
  private static Map<RequestKey, PolledResult> polled(
      JsonNode answer, Collection<RequestKey> keys) {
    Map<RequestKey, PolledResult> results = new HashMap<>();
    for (RequestKey key : keys) {
      JsonNode result = answer.get(key.toString());
      if (result != null) {
        results.put(key, polled(result));
      }
    }
    return results;
  }

  private static PolledResult polled(JsonNode json) {
    CommandResult result = CommandResult.parse(Bytes.utf8(StrictJson.write(json)));
    return new PolledResult(result, placeIn(result.metaData()));
  }

  private static Optional<BlockPlace> placeIn(JsonNode metaData) {
    if (!metaData.hasNonNull("blockHash")) {
      return Optional.empty();
    }
    return Optional.of(
        new BlockPlace(
            new BlockHeight(metaData.path("blockHeight").longValue()),
            Hash.parse(metaData.path("blockHash").asText()),
            new BlockTime(metaData.path("blockTime").longValue()),
            Hash.parse(metaData.path("prevBlockHash").asText())));
  }

  private static List<BlockHeader> ascending(JsonNode items) {
    List<BlockHeader> headers = new ArrayList<>();
    items.forEach(item -> headers.add(BlockHeader.decode(item.asText())));
    Collections.reverse(headers);
    return headers;
  }
}
