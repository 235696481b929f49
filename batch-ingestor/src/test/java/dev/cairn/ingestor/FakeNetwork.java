package dev.cairn.ingestor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Two chains in memory, behind the interface of real nodes. */
final class FakeNetwork implements ChainwebNodes {

  private final List<FakeChain> chains;
  private final List<Consumer<ChainHead>> listeners = new CopyOnWriteArrayList<>();

  FakeNetwork(Clock clock) {
    chains = List.of(new FakeChain(new ChainId(0), clock), new FakeChain(new ChainId(1), clock));
  }

  FakeChain chain(int id) {
    return chains.get(id);
  }

  /** A block on every chain, which listeners hear of. */
  void mine() {
    for (FakeChain chain : chains) {
      ChainHead head = headOf(chain.mine());
      listeners.forEach(listener -> listener.accept(head));
    }
  }

  private static ChainHead headOf(FakeBlock block) {
    BlockHeader header = block.header();
    return new ChainHead(header.chainId(), header.height(), header.hash());
  }

  @Override
  public String network() {
    return "fake";
  }

  @Override
  public NetworkInfo info() {
    TreeMap<BlockHeight, ChainGraph> graphs = new TreeMap<>();
    graphs.put(BlockHeight.ZERO, ChainGraph.PAIR);
    return new NetworkInfo("fake", Duration.ofSeconds(1), graphs);
  }

  @Override
  public SortedMap<ChainId, ChainHead> heads() {
    SortedMap<ChainId, ChainHead> heads = new TreeMap<>();
    chains.forEach(chain -> heads.put(headOf(chain.head()).chain(), headOf(chain.head())));
    return heads;
  }

  @Override
  public void send(ChainId chain, PactCommand command) {
    chains
        .get(chain.value())
        .offer(command)
        .ifPresent(
            reason -> {
              throw new NodeRejected("POST send", 400, reason);
            });
  }

  @Override
  public Map<RequestKey, PolledResult> poll(
      ChainId chain, Collection<RequestKey> keys, int confirmationDepth) {
    Map<RequestKey, PolledResult> results = new HashMap<>();
    FakeChain fake = chains.get(chain.value());
    long deepest = fake.head().header().height().value() - confirmationDepth;
    for (RequestKey key : keys) {
      fake.blockOf(key)
          .filter(block -> block.header().height().value() <= deepest)
          .ifPresent(block -> results.put(key, resultIn(block, key)));
    }
    return results;
  }

  private static PolledResult resultIn(FakeBlock block, RequestKey key) {
    PactCommand command = block.find(key).orElseThrow();
    Optional<String> failure = block.transactions().get(command);
    BlockHeader header = block.header();
    return new PolledResult(
        result(key, failure),
        Optional.of(
            new BlockPlace(
                header.height(), header.hash(), header.creationTime(), header.parent())));
  }

  private static CommandResult result(RequestKey key, Optional<String> failure) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("gas", 100);
    ObjectNode result =
        json.putObject("result").put("status", failure.isEmpty() ? "success" : "failure");
    if (failure.isEmpty()) {
      result.put("data", "recorded");
    } else {
      result.putObject("error").put("type", "EvalError").put("message", failure.get());
    }
    json.put("reqKey", key.toString()).putNull("logs");
    json.putNull("metaData").putNull("continuation").putNull("txId");
    return CommandResult.parse(Bytes.utf8(json.toString()));
  }

  @Override
  public List<BlockHeader> branch(ChainId chain, Hash upper, BlockHeight from, BlockHeight to) {
    FakeChain fake = chains.get(chain.value());
    return LongStream.rangeClosed(from.value(), to.value())
        .filter(fake::knows)
        .mapToObj(height -> fake.at(height).header())
        .toList();
  }

  @Override
  public Subscription headUpdates(Consumer<ChainHead> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public CommandResult local(ChainId chain, PactCommand command) {
    throw new UnsupportedOperationException("An ingestor runs nothing locally.");
  }

  @Override
  public BlockHeader header(ChainId chain, Hash hash) {
    throw new UnsupportedOperationException("An ingestor reads branches only.");
  }

  @Override
  public PayloadWithOutputs payload(BlockHeader header) {
    throw new UnsupportedOperationException("An ingestor reads no payloads.");
  }

  @Override
  public SpvProof spv(ChainId source, RequestKey key, ChainId target) {
    throw new UnsupportedOperationException("An ingestor needs no proofs.");
  }
}
