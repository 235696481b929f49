package dev.cairn.devnet;

import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.devnet.genesis.TestAccount;
import dev.cairn.devnet.mining.MiningMode;
import dev.cairn.devnet.transaction.MinerAccount;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a network is made.
 *
 * @param name what clients call the network id
 * @param code version code that headers carry
 * @param port to listen on; 0 takes a free one
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
    Optional<Path> directory,
    Optional<Path> modules) {

  /** Only this machine: test accounts hold keys that everybody knows. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  /** Where a node's service API listens. */
  public static final int DEFAULT_PORT = 1848;

  public DevnetSettings {
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
        Optional.empty());
  }

  public DevnetSettings withNetwork(String newName, int newCode) {
    return new DevnetSettings(
        newName, newCode, graph, host, port, mining, miner, directory, modules);
  }

  public DevnetSettings withGraph(ChainGraph newGraph) {
    return new DevnetSettings(name, code, newGraph, host, port, mining, miner, directory, modules);
  }

  public DevnetSettings withAddress(String newHost, int newPort) {
    return new DevnetSettings(
        name, code, graph, newHost, newPort, mining, miner, directory, modules);
  }

  public DevnetSettings withMining(MiningMode newMining) {
    return new DevnetSettings(name, code, graph, host, port, newMining, miner, directory, modules);
  }

  public DevnetSettings withMiner(MinerAccount newMiner) {
    return new DevnetSettings(name, code, graph, host, port, mining, newMiner, directory, modules);
  }

  public DevnetSettings withDirectory(Path newDirectory) {
    return new DevnetSettings(
        name, code, graph, host, port, mining, miner, Optional.of(newDirectory), modules);
  }

  public DevnetSettings withModules(Path newModules) {
    return new DevnetSettings(
        name, code, graph, host, port, mining, miner, directory, Optional.of(newModules));
  }

  /** The network as headers see it. */
  public ChainwebVersion version() {
    return ChainwebVersion.privateNetwork(name, code, graph).withBlockDelay(mining.blockDelay());
  }
}
