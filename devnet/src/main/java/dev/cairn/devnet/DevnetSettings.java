package dev.cairn.devnet;

import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.HashTarget;
import dev.cairn.devnet.genesis.TestAccount;
import dev.cairn.devnet.mining.MiningMode;
import dev.cairn.devnet.transaction.MinerAccount;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a network is made.
 *
 * @param name what clients call the network id
 * @param code version code that headers carry
 * @param port to listen on; 0 takes a free one
 * @param proofOfWork target that the first blocks must meet; empty if headers need no work
 * @param stateBlocks how far back from its newest block a chain's contract state is kept
 * @param directory where the chains are kept; empty keeps them in memory only
 * @param modules directory of Pact modules that the genesis loads in place of ours; empty for ours
 */
public record DevnetSettings(
    String name,
    int code,
    ChainGraph graph,
    String host,
    int port,
    MiningMode mining,
    MinerAccount miner,
    Optional<HashTarget> proofOfWork,
    int stateBlocks,
    Optional<Path> directory,
    Optional<Path> modules) {

  /** Only this machine: test accounts hold keys that everybody knows. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  /** Where a node's service API listens. */
  public static final int DEFAULT_PORT = 1848;

  /** Some eight hours at the default heartbeat; a chain's state of one block takes some 1 KB. */
  public static final int DEFAULT_STATE_BLOCKS = 1_000;

  /**
   * An easy start for proof of work: some 256 tries for each block, far less than a millisecond.
   * The network's own speed soon makes it harder.
   */
  public static final HashTarget EASY_WORK =
      new HashTarget(HashTarget.MAX.value().divide(BigInteger.valueOf(256)));

  public DevnetSettings {
    if (stateBlocks < 0) {
      throw new IllegalArgumentException("A number of blocks is not negative.");
    }
    if (!name.matches("[A-Za-z0-9_.-]{1,64}")) {
      throw new IllegalArgumentException(
          "A network's name is part of paths: letters, digits, '_', '.', '-', not \""
              + name
              + "\".");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is 0 to 65535, not " + port + ".");
    }
  }

  /** The network {@code development}: twenty chains, mined on demand, in memory. */
  public static DevnetSettings development() {
    return new DevnetSettings(
        ChainwebVersion.DEVELOPMENT.name(),
        ChainwebVersion.DEVELOPMENT.code(),
        ChainGraph.TWENTY,
        DEFAULT_HOST,
        DEFAULT_PORT,
        MiningMode.OnDemand.DEFAULT,
        MinerAccount.ofKey(TestAccount.ALL.get(0).publicKeyHex()),
        Optional.empty(),
        DEFAULT_STATE_BLOCKS,
        Optional.empty(),
        Optional.empty());
  }

  public DevnetSettings withNetwork(String newName, int newCode) {
    return new DevnetSettings(
        newName,
        newCode,
        graph,
        host,
        port,
        mining,
        miner,
        proofOfWork,
        stateBlocks,
        directory,
        modules);
  }

  public DevnetSettings withGraph(ChainGraph newGraph) {
    return new DevnetSettings(
        name,
        code,
        newGraph,
        host,
        port,
        mining,
        miner,
        proofOfWork,
        stateBlocks,
        directory,
        modules);
  }

  public DevnetSettings withAddress(String newHost, int newPort) {
    return new DevnetSettings(
        name,
        code,
        graph,
        newHost,
        newPort,
        mining,
        miner,
        proofOfWork,
        stateBlocks,
        directory,
        modules);
  }

  public DevnetSettings withMining(MiningMode newMining) {
    return new DevnetSettings(
        name,
        code,
        graph,
        host,
        port,
        newMining,
        miner,
        proofOfWork,
        stateBlocks,
        directory,
        modules);
  }

  public DevnetSettings withMiner(MinerAccount newMiner) {
    return new DevnetSettings(
        name,
        code,
        graph,
        host,
        port,
        mining,
        newMiner,
        proofOfWork,
        stateBlocks,
        directory,
        modules);
  }

  /** Makes headers need work, from a target on that soon follows the speed of blocks. */
  public DevnetSettings withProofOfWork(HashTarget first) {
    return new DevnetSettings(
        name,
        code,
        graph,
        host,
        port,
        mining,
        miner,
        Optional.of(first),
        stateBlocks,
        directory,
        modules);
  }

  public DevnetSettings withStateBlocks(int newStateBlocks) {
    return new DevnetSettings(
        name,
        code,
        graph,
        host,
        port,
        mining,
        miner,
        proofOfWork,
        newStateBlocks,
        directory,
        modules);
  }

  public DevnetSettings withDirectory(Path newDirectory) {
    return new DevnetSettings(
        name,
        code,
        graph,
        host,
        port,
        mining,
        miner,
        proofOfWork,
        stateBlocks,
        Optional.of(newDirectory),
        modules);
  }

  public DevnetSettings withModules(Path newModules) {
    return new DevnetSettings(
        name,
        code,
        graph,
        host,
        port,
        mining,
        miner,
        proofOfWork,
        stateBlocks,
        directory,
        Optional.of(newModules));
  }

  /** The network as headers see it. */
  public ChainwebVersion version() {
    ChainwebVersion free =
        ChainwebVersion.privateNetwork(name, code, graph).withBlockDelay(mining.blockDelay());
    return proofOfWork
        .map(first -> free.withGraph(graph, first).withProofOfWork(true))
        .orElse(free);
  }
}
