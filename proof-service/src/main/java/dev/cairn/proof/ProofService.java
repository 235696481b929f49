package dev.cairn.proof;

import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.EvidenceVerifier;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.Journal;
import dev.cairn.http.Endpoint;
import dev.cairn.proof.assembly.EvidenceAssembly;
import dev.cairn.proof.endpoint.ProofEndpoints;
import dev.cairn.proof.join.CatchUp;
import dev.cairn.proof.join.Clerk;
import dev.cairn.proof.join.News;
import dev.cairn.proof.life.BatchState;
import dev.cairn.proof.prove.AnchorProving;
import dev.cairn.proof.prove.AnchorSource;
import dev.cairn.proof.prove.ProofCheck;
import dev.cairn.proof.prove.ProvingDesk;
import dev.cairn.proof.store.DueTable.Due;
import dev.cairn.proof.store.ProofStore;
import dev.cairn.proof.trust.InstanceTrust;
import dev.cairn.proof.wait.Waiters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The proof service: one clerk that joins two journals, a desk that has final batches proved, and
 * the endpoints that serve the result. All that it knows can be rebuilt from the journals and the
 * chain.
 */
public final class ProofService implements AutoCloseable, MeterBinder {
  private final ProofStore store;
  private final Clerk clerk;
  private final ProvingDesk desk;
  private final EvidenceAssembly assembly;
  private final Waiters waiters;
  private final List<Endpoint> endpoints;

  /** What the service works with, all of it owned by the caller. */
  public record Surroundings(
      Journal<BatchEntry> batches,
      Journal<AnchorEntry> anchors,
      AnchorSource source,
      EvidenceVerifier verifier,
      Supplier<TrustFile> trust,
      Clock clock,
      RandomGenerator random) {}

  private ProofService(ProofSettings settings, Surroundings around, ProofStore store) {
    this.store = store;
    this.waiters = new Waiters(settings.maxWaiters());
    this.assembly = new EvidenceAssembly(store, settings.cacheBytes());
    this.clerk = new Clerk(around.batches(), around.anchors(), store, this::read);
    this.desk =
        new ProvingDesk(
            proving(settings, around, store),
            clerk::handIn,
            settings.backoff(),
            around.random(),
            settings.proverThreads());
    this.endpoints =
        ProofEndpoints.list(
            store,
            new CatchUp(around.batches(), around.anchors(), clerk, settings.catchUpPatience()),
            waiters,
            assembly,
            around.verifier(),
            new InstanceTrust(around.trust(), store.pins(), settings.network()));
  }

  private static AnchorProving proving(
      ProofSettings settings, Surroundings around, ProofStore store) {
    return new AnchorProving(
        store,
        around.source(),
        new ProofCheck(around.verifier(), around.trust()),
        settings.network(),
        settings.confirmations(),
        around.clock());
  }

  /** Opens the store and starts to follow the journals from where it stopped. */
  public static ProofService open(ProofSettings settings, Surroundings around) {
    ProofStore store = ProofStore.open(settings.dir(), settings.network());
    try {
      ProofService service = new ProofService(settings, around, store);
      service.start();
      return service;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  // Batches that were due when the process ended; the clerk tells of the others as they come.
  private void start() {
    for (Due due : store.due().all()) {
      if (store.isClosed(due.batch())) {
        desk.take(due);
      }
    }
    clerk.start();
  }

  // On the clerk's thread, after each commit.
  private void read(News news) {
    if (news instanceof News.Reached reached) {
      waiters.announce(reached.batch(), reached.state());
    } else if (news instanceof News.Placed placed) {
      placed.events().forEach(event -> waiters.announce(event, BatchState.CLOSED));
    } else if (news instanceof News.BecameDue due) {
      desk.take(due.due());
    } else if (news instanceof News.Withdrawn withdrawn) {
      desk.forget(withdrawn.batch());
      assembly.forget(withdrawn.batch());
    }
  }

  /** The endpoints, for whoever mounts them. */
  public List<Endpoint> endpoints() {
    return endpoints;
  }

  /** Whether the service follows its journals; if not, only a new start helps. */
  public boolean ready() {
    return clerk.failure().isEmpty();
  }

  /** How many final batches are being proved, or wait for their next try. */
  public int due() {
    return desk.size();
  }

  /** How many tries to prove a batch have failed since the start. */
  public long failedTries() {
    return desk.failures();
  }

  /** How many requests wait now. */
  public int waiting() {
    return waiters.size();
  }

  /** Shows the three numbers above, and whether the service follows its journals. */
  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("cairn.proof.due", this, ProofService::due)
        .description("final batches without a proof")
        .register(registry);
    Gauge.builder("cairn.proof.waiting", this, ProofService::waiting)
        .description("requests that wait for a state")
        .register(registry);
    Gauge.builder("cairn.proof.ready", this, service -> service.ready() ? 1 : 0)
        .description("1 while the journals are followed")
        .register(registry);
    FunctionCounter.builder("cairn.proof.failed.tries", this, ProofService::failedTries)
        .description("tries to prove a batch that failed")
        .register(registry);
  }

  /** Stops; requests that come later fail. What was under way is taken up at the next opening. */
  @Override
  public void close() {
    desk.close();
    clerk.close();
    store.close();
  }
}
