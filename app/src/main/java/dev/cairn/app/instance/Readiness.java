package dev.cairn.app.instance;

import dev.cairn.gateway.Gateway;
import dev.cairn.ingestor.Ingestor;
import dev.cairn.ingestor.IngestorHealth;
import dev.cairn.proof.ProofService;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import dev.cairn.virtualchain.executor.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether events are taken and will be anchored: the durable store can be written, the rooms work,
 * and the network has been heard of lately.
 */
final class Readiness implements AutoCloseable {

  /** Three blocks of a network that mines every 30 s, and some patience. */
  private static final Duration FRESH = Duration.ofMinutes(2);

  static final String NOT_DURABLE = "The gateway cannot make events durable.";

  private final Gateway gateway;
  private final Ingestor ingestor;
  private final ProofService proofs;
  private final Subscription heads;
  private volatile long lastHeadNanos = System.nanoTime();

  Readiness(Gateway gateway, Ingestor ingestor, ProofService proofs, ChainwebNodes nodes) {
    this.gateway = gateway;
    this.ingestor = ingestor;
    this.proofs = proofs;
    this.heads = nodes.headUpdates(head -> lastHeadNanos = System.nanoTime());
  }

  /** Reasons why the instance is not ready, in sentences; none when it is. */
  List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    if (!gateway.ready()) {
      obstacles.add(NOT_DURABLE);
    }
    if (!proofs.ready()) {
      obstacles.add("The proof service has stopped following its journals; start again.");
    }
    if (System.nanoTime() - lastHeadNanos > FRESH.toNanos()) {
      obstacles.add("No block of the network was seen for " + FRESH.toSeconds() + " seconds.");
    }
    IngestorHealth health = ingestor.health();
    health.stopped().ifPresent(reason -> obstacles.add("The ingestor has stopped: " + reason));
    health.troubles().forEach((chain, trouble) -> obstacles.add("Chain " + chain + ": " + trouble));
    return obstacles;
  }

  @Override
  public void close() {
    heads.close();
  }
}
