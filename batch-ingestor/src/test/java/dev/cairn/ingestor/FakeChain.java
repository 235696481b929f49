package dev.cairn.ingestor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.BlockWeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.HashTarget;
import dev.cairn.chainweb.Sha512t256;
import dev.cairn.chainweb.StrictJson;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.RequestKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One chain in memory, with the rules that matter to an ingestor: a mempool that may forget, a time
 * to live against the parent's time, one mining for each key, the anchor contract's claims, and
 * branches that lose.
 */
final class FakeChain {

  private final ChainId id;
  private final Clock clock;
  private final List<FakeBlock> blocks = new ArrayList<>();
  private final Set<PactCommand> mempool = new LinkedHashSet<>();

  /** Every command that was offered, as often as it was. */
  private final List<PactCommand> offered = new ArrayList<>();

  /** While set, every offer is refused with it. */
  private Optional<String> refusal = Optional.empty();

  /** Claims that stand in the contract from elsewhere. */
  private final Map<String, String> foreignClaims = new HashMap<>();

  /** While set, every transaction fails with it. */
  private Optional<String> contractTrouble = Optional.empty();

  private int forks;

  FakeChain(ChainId id, Clock clock) {
    this.id = id;
    this.clock = clock;
    blocks.add(new FakeBlock(header(Hash.of(new byte[32]), 0), Map.of()));
  }

  synchronized FakeBlock head() {
    return blocks.get(blocks.size() - 1);
  }

  synchronized FakeBlock at(long height) {
    return blocks.get((int) height);
  }

  synchronized boolean knows(long height) {
    return height < blocks.size();
  }

  /** As a node: what is in a block is refused, what is pending is taken again. */
  synchronized Optional<String> offer(PactCommand command) {
    offered.add(command);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (blockOf(command.requestKey()).isPresent()) {
      return Optional.of("Transaction already exists on chain");
    }
    if (isOver(command, clock.instant())) {
      return Optional.of("Transaction time-to-live is expired");
    }
    mempool.add(command);
    return Optional.empty();
  }

  synchronized FakeBlock mine() {
    Map<PactCommand, Optional<String>> mined = new LinkedHashMap<>();
    Map<String, String> claims = claims();
    Instant parentTime = head().header().creationTime().instant();
    for (PactCommand command : mempool) {
      if (!isOver(command, parentTime) && blockOf(command.requestKey()).isEmpty()) {
        mined.put(command, run(command, claims));
      }
    }
    mempool.clear();
    BlockHeader parent = head().header();
    blocks.add(new FakeBlock(header(parent.hash(), parent.height().value() + 1), mined));
    return head();
  }

  /** Blocks vanish; their transactions go back to the mempool, or are forgotten. */
  synchronized void reorganise(int depth, boolean forget) {
    forks++;
    for (int i = 0; i < depth && blocks.size() > 1; i++) {
      FakeBlock lost = blocks.remove(blocks.size() - 1);
      if (!forget) {
        mempool.addAll(lost.transactions().keySet());
      }
    }
  }

  synchronized List<PactCommand> offered() {
    return List.copyOf(offered);
  }

  synchronized void refuse(Optional<String> reason) {
    refusal = reason;
  }

  synchronized void forgetMempool() {
    mempool.clear();
  }

  synchronized int pending() {
    return mempool.size();
  }

  synchronized void breakContract(String message) {
    contractTrouble = Optional.of(message);
  }

  synchronized void repairContract() {
    contractTrouble = Optional.empty();
  }

  synchronized void claimFromElsewhere(String batchId, String root) {
    foreignClaims.put(batchId, root);
  }

  synchronized Optional<FakeBlock> blockOf(RequestKey key) {
    return blocks.stream().filter(block -> block.find(key).isPresent()).findFirst();
  }

  /** Roots by batch id, as the contract holds them on the winning branch. */
  synchronized Map<String, String> claims() {
    Map<String, String> claims = new TreeMap<>(foreignClaims);
    for (FakeBlock block : blocks) {
      block.succeeded().forEach(command -> claims.putAll(claimsIn(command)));
    }
    return claims;
  }

  /** The successful transactions on the winning branch that record this batch. */
  synchronized List<RequestKey> recordings(String batchId) {
    return blocks.stream()
        .flatMap(block -> block.succeeded().stream())
        .filter(command -> claimsIn(command).containsKey(batchId))
        .map(PactCommand::requestKey)
        .toList();
  }

  private Optional<String> run(PactCommand command, Map<String, String> claims) {
    if (contractTrouble.isPresent()) {
      return contractTrouble;
    }
    for (Map.Entry<String, String> claim : claimsIn(command).entrySet()) {
      String known = claims.getOrDefault(claim.getKey(), claim.getValue());
      if (!known.equals(claim.getValue())) {
        return Optional.of("Batch " + claim.getKey() + " is anchored already with another claim.");
      }
    }
    claims.putAll(claimsIn(command));
    return Optional.empty();
  }

  private static Map<String, String> claimsIn(PactCommand command) {
    Map<String, String> claims = new LinkedHashMap<>();
    for (JsonNode claim : json(command).at("/payload/exec/data/batches")) {
      claims.put(claim.path("batch-id").asText(), claim.path("root").asText());
    }
    return claims;
  }

  private static boolean isOver(PactCommand command, Instant time) {
    JsonNode meta = json(command).path("meta");
    long end = meta.path("creationTime").asLong() + meta.path("ttl").asLong();
    return time.getEpochSecond() >= end;
  }

  private static JsonNode json(PactCommand command) {
    return StrictJson.parse(command.cmd().bytes(), "command");
  }

  private BlockHeader header(Hash parent, long height) {
    byte[] name = (id + " " + height + " " + forks + " " + parent).getBytes(StandardCharsets.UTF_8);
    Hash hash = Sha512t256.hash(name);
    BlockTime time = BlockTime.of(clock.instant());
    return new BlockHeader(
        0,
        time,
        parent,
        new TreeMap<>(),
        new HashTarget(BigInteger.ONE),
        hash,
        id,
        new BlockWeight(BigInteger.valueOf(height)),
        new BlockHeight(height),
        2,
        time,
        0,
        hash);
  }
}
