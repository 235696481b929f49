package dev.cairn.gateway;

import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.receipt.ReceiptIssuer;
import dev.cairn.gateway.access.Entrance;
import dev.cairn.gateway.batch.BatchHints;
import dev.cairn.gateway.commit.Candidate;
import dev.cairn.gateway.commit.Submission;
import dev.cairn.gateway.commit.Unavailable;
import dev.cairn.gateway.commit.Verdict;
import dev.cairn.gateway.commit.Writer;
import dev.cairn.gateway.commit.WriterSettings;
import dev.cairn.gateway.ingest.Door;
import dev.cairn.gateway.store.GatewayStore;
import dev.cairn.gateway.store.StoreWrites;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.Journal;
import dev.cairn.http.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.rocksdb.RocksDB;

/** The gateway of one process: endpoints in front, a journal of batches behind. */
public final class Gateway implements AutoCloseable {

  private final GatewayStore store;
  private final Writer writer;
  private final Door door;

  private Gateway(GatewayStore store, Writer writer, Door door) {
    this.store = store;
    this.writer = writer;
    this.door = door;
  }

  /**
   * Opens the store and takes up what a former run left open.
   *
   * @param random for batch ids
   * @param gatewayKey signs receipts
   * @param route from task key to chain; pure, and safe for any thread
   * @param entrance tells whose events a request brings
   * @throws dev.cairn.gateway.store.StoreFailure when the disk does not do what it should
   * @throws dev.cairn.gateway.store.StoreUnusable when the directory holds another format
   */
  public static Gateway open(
      GatewaySettings settings,
      Clock clock,
      RandomGenerator random,
      SigningKey gatewayKey,
      SignatureProvider provider,
      ToIntFunction<String> route,
      Entrance entrance,
      MeterRegistry meters) {
    return open(
        settings, clock, random, gatewayKey, provider, route, entrance, meters, RocksDB::write);
  }

  /** The same with a port for faults. */
  static Gateway open(
      GatewaySettings settings,
      Clock clock,
      RandomGenerator random,
      SigningKey gatewayKey,
      SignatureProvider provider,
      ToIntFunction<String> route,
      Entrance entrance,
      MeterRegistry meters,
      StoreWrites writes) {
    GatewayStore store = new GatewayStore(settings.dir(), writes);
    WriterSettings writing =
        new WriterSettings(
            settings.batch(),
            settings.anchorWithin(),
            settings.queueCapacity(),
            settings.retention());
    ReceiptIssuer issuer = new ReceiptIssuer(gatewayKey);
    Writer writer = Writer.start(store, issuer, route, writing, clock, random, meters);
    Door door =
        new Door(
            settings.requests(), settings.workers(), entrance, provider, clock, writer, meters);
    return new Gateway(store, writer, door);
  }

  /** To be mounted on one router. */
  public List<Endpoint> endpoints() {
    return door.endpoints();
  }

  /**
   * Takes an event of the gateway's own, past the door, by the way that all events take after it.
   * Completes when the event is durable, also if it was before; fails when that is not known, and
   * may then be called again with the same bytes.
   *
   * @throws Unavailable when it is refused at once
   */
  public CompletionStage<Void> take(String tenant, Event event) {
    Submission submission =
        new Submission(tenant, Optional.empty(), BatchHints.NONE, List.of(new Candidate(0, event)));
    writer.submit(submission);
    return submission.answer().thenAccept(Gateway::requireAccepted);
  }

  private static void requireAccepted(List<Verdict> verdicts) {
    if (!(verdicts.get(0) instanceof Verdict.Accepted)) {
      throw new IllegalStateException("An event of the gateway's own has a used jti.");
    }
  }

  /** What the next room reads; answers until the gateway is closed. */
  public Journal<BatchEntry> batches() {
    return store.journal();
  }

  /** Whether an event that is posted now has a good chance to be accepted. */
  public boolean ready() {
    return writer.ready();
  }

  /**
   * Refuses what comes from now on, makes durable and answers what was taken, closes every batch.
   * The journal can still be read, so that the next room may take them all.
   */
  public void drain() {
    writer.close();
  }

  /** Drains and closes the store. Close the HTTP server afterwards, so that answers get out. */
  @Override
  public void close() {
    drain();
    door.close();
    store.close();
  }
}
