package dev.cairn.virtualchain.coordinator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.StrictJson;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.virtualchain.executor.BlockPlace;
import dev.cairn.virtualchain.executor.ChainHead;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import dev.cairn.virtualchain.executor.NetworkInfo;
import dev.cairn.virtualchain.executor.NodeRejected;
import dev.cairn.virtualchain.executor.PolledResult;
import dev.cairn.virtualchain.executor.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Three chains that know one module each, or none: a transaction with code puts the part between
 * the first {@code (module} and the last parenthesis there.
 */
final class DeployingNodes implements ChainwebNodes {

  final Map<ChainId, String> modules = new TreeMap<>();
  final List<PactCommand> sent = new ArrayList<>();
  final Map<ChainId, String> refusals = new HashMap<>();
  final Map<ChainId, String> failures = new HashMap<>();

  /** Chains whose first sending is forgotten. */
  final List<ChainId> forgetful = new ArrayList<>();

  private final Map<RequestKey, PolledResult> results = new HashMap<>();

  @Override
  public String network() {
    return "fake";
  }

  @Override
  public NetworkInfo info() {
    TreeMap<BlockHeight, ChainGraph> graphs = new TreeMap<>();
    graphs.put(BlockHeight.ZERO, ChainGraph.TRIANGLE);
    return new NetworkInfo("fake", Duration.ofMillis(1), graphs);
  }

  @Override
  public void send(ChainId chain, PactCommand command) {
    sent.add(command);
    if (refusals.containsKey(chain)) {
      throw new NodeRejected("POST send", 400, refusals.get(chain));
    }
    if (!forgetful.remove(chain)) {
      results.put(command.requestKey(), run(chain, command));
    }
  }

  private PolledResult run(ChainId chain, PactCommand command) {
    Hash block = Hash.of(new byte[32]);
    BlockPlace place = new BlockPlace(new BlockHeight(1), block, new BlockTime(0), block);
    if (failures.containsKey(chain)) {
      return new PolledResult(failure(failures.get(chain)), Optional.of(place));
    }
    String code = json(command).at("/payload/exec/code").asText();
    modules.put(chain, moduleIn(code));
    return new PolledResult(success(JsonNodeFactory.instance.textNode("done")), Optional.of(place));
  }

  static String moduleIn(String code) {
    return code.substring(code.indexOf("(module"), code.lastIndexOf(')') + 1);
  }

  static JsonNode json(PactCommand command) {
    return StrictJson.parse(command.cmd().bytes(), "command");
  }

  @Override
  public Map<RequestKey, PolledResult> poll(
      ChainId chain, Collection<RequestKey> keys, int confirmationDepth) {
    Map<RequestKey, PolledResult> found = new HashMap<>(results);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public CommandResult local(ChainId chain, PactCommand command) {
    String module = modules.get(chain);
    return module == null
        ? failure("Cannot find module: free.sample")
        : success(JsonNodeFactory.instance.objectNode().put("code", module));
  }

  private static CommandResult success(JsonNode data) {
    ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("status", "success");
    return result(outcome.set("data", data));
  }

  private static CommandResult failure(String message) {
    ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("status", "failure");
    outcome.putObject("error").put("type", "EvalError").put("message", message);
    return result(outcome);
  }

  private static CommandResult result(JsonNode outcome) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("gas", 1);
    json.set("result", outcome);
    json.put("reqKey", "any").putNull("metaData").putNull("continuation").putNull("txId");
    return CommandResult.parse(Bytes.utf8(json.toString()));
  }

  @Override
  public Subscription headUpdates(Consumer<ChainHead> listener) {
    return () -> {};
  }

  @Override
  public SortedMap<ChainId, ChainHead> heads() {
    throw new UnsupportedOperationException("A deployment asks for no heads.");
  }

  @Override
  public BlockHeader header(ChainId chain, Hash hash) {
    throw new UnsupportedOperationException("A deployment reads no headers.");
  }

  @Override
  public List<BlockHeader> branch(ChainId chain, Hash upper, BlockHeight from, BlockHeight to) {
    throw new UnsupportedOperationException("A deployment reads no headers.");
  }

  @Override
  public PayloadWithOutputs payload(BlockHeader header) {
    throw new UnsupportedOperationException("A deployment reads no payloads.");
  }

  @Override
  public SpvProof spv(ChainId source, RequestKey key, ChainId target) {
    throw new UnsupportedOperationException("A deployment needs no proofs.");
  }
}
