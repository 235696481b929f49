package dev.cairn.ingestor;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.CommandSigner;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.Journal;
import dev.cairn.virtualchain.executor.ChainHead;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import dev.cairn.virtualchain.executor.Subscription;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Anchors closed batches: reads them from the gateway's journal, records them on their chains and
 * tells the rooms after it, until each is final. Works from {@link #open} to {@link #close}, and
 * goes on after any crash where the last durable step ended.
 */
public final class Ingestor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Ingestor.class);

  private static final String CLOSED = "It is closed.";

  private final Ledger ledger;
  private final LaneTools tools;
  private final Journal<BatchEntry> batches;
  private final BatchIntake intake;
  private final Worker intakeWorker;
  private final Journal.Subscription newBatches;
  private final Subscription newHeads;

  /** One lane for each chain that had a batch. */
  private final Map<ChainId, RunningLane> lanes = new ConcurrentHashMap<>();

  /** Why nothing is done any more. */
  private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();

  /** A lane and the thread that steps it. */
  private record RunningLane(ChainLane lane, Worker worker) {}

  private Ingestor(Ledger ledger, LaneTools tools, Journal<BatchEntry> batches) {
    this.ledger = ledger;
    this.tools = tools;
    this.batches = batches;
    this.intake = new BatchIntake(batches, ledger);
    this.intakeWorker = new Worker("cairn-intake", this::takeIn, tools.clock(), this::stop);
    this.newBatches = batches.onAppend(intakeWorker::wake);
    this.newHeads = tools.nodes().headUpdates(this::headSeen);
    ledger.busyChains().forEach(this::lane);
    intakeWorker.start();
  }

  /**
   * Opens the ledger and starts working. Needs no node to answer.
   *
   * @param signer key of the paying account, and of the submitter
   * @param random for nonces and pauses; safe for several threads
   */
  public static Ingestor open(
      IngestorSettings settings,
      CommandSigner signer,
      Journal<BatchEntry> batches,
      ChainwebNodes nodes,
      Clock clock,
      RandomGenerator random,
      MeterRegistry registry) {
    Ledger ledger = Ledger.open(settings.directory());
    LaneTools tools = tools(settings, signer, ledger, nodes, clock, random, registry);
    return new Ingestor(ledger, tools, batches);
  }

  static LaneTools tools(
      IngestorSettings settings,
      CommandSigner signer,
      Ledger ledger,
      ChainwebNodes nodes,
      Clock clock,
      RandomGenerator random,
      MeterRegistry registry) {
    return new LaneTools(
        settings,
        ledger,
        new BatchSteps(ledger, clock),
        new AnchorCommands(nodes.network(), settings, signer, random),
        nodes,
        new ChainTimes(nodes, settings.confirmations()),
        clock,
        random,
        new IngestorMetrics(registry));
  }

  /** How batches come along: for each {@code Submitted}, {@code Mined}, then one {@code Final}. */
  public Journal<AnchorEntry> anchors() {
    return ledger.anchors();
  }

  /** How it is doing; after {@link #close} only that it is closed. */
  public IngestorHealth health() {
    if (CLOSED.equals(stopped.get())) {
      return new IngestorHealth(Optional.of(CLOSED), new TreeMap<>(), List.of(), 0);
    }
    SortedMap<Integer, String> troubles = new TreeMap<>();
    for (RunningLane running : lanes.values()) {
      int chain = running.lane().chain().value();
      running.lane().trouble().ifPresent(text -> troubles.put(chain, text));
    }
    return new IngestorHealth(
        Optional.ofNullable(stopped.get()),
        troubles,
        ledger.refused().stream().map(batch -> batch.id().toString()).toList(),
        batches.end() - ledger.position());
  }

  private Instant takeIn() {
    do {
      intake.takeIn().forEach(chain -> lane(chain).worker().wake());
    } while (intake.isBehind());
    return Instant.MAX;
  }

  private RunningLane lane(ChainId chain) {
    return lanes.computeIfAbsent(chain, this::startLane);
  }

  private RunningLane startLane(ChainId chain) {
    ChainLane lane = new ChainLane(chain, tools);
    Worker worker = new Worker("cairn-lane-" + chain, lane::step, tools.clock(), this::stop);
    return new RunningLane(lane, worker.start());
  }

  private void headSeen(ChainHead head) {
    RunningLane running = lanes.get(head.chain());
    if (running != null && running.lane().headSeen(head)) {
      running.worker().wake();
    }
  }

  /** Some step threw: what it left is sorted out by the next start, not by guessing here. */
  private void stop(Throwable reason) {
    if (stopped.compareAndSet(null, String.valueOf(reason.getMessage()))) {
      LOG.error("The ingestor stops; start it again", reason);
      intakeWorker.end();
      lanes.values().forEach(running -> running.worker().end());
    }
  }

  @Override
  public void close() {
    stopped.set(CLOSED);
    newBatches.close();
    newHeads.close();
    intakeWorker.close();
    lanes.values().forEach(running -> running.worker().close());
    ledger.close();
  }
}
