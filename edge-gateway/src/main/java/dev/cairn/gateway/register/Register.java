package dev.cairn.gateway.register;

import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.Event;
import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.act.ActEvents;
import dev.cairn.gateway.act.ActRecord;
import dev.cairn.gateway.apikey.ApiKey;
import dev.cairn.gateway.apikey.KeyId;
import dev.cairn.gateway.device.Fingerprint;
import dev.cairn.gateway.quota.Usage;
import dev.cairn.gateway.quota.UsageTotals;
import dev.cairn.gateway.store.StoreWrites;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The register of tenants, keys and devices.
 *
 * <p>An act and its entry in the audit log are one and the same row, so neither can be there
 * without the other. Reading is for any thread and never waits; {@link #perform} blocks on the
 * disk.
 */
public final class Register implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Register.class);

  /** What a killed machine may forget of the counts; an fsync for them would cost more. */
  private static final Duration USAGE_INTERVAL = Duration.ofSeconds(1);

  private final Clock clock;
  private final ActEvents events;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Register::thread);
  private final Outbox outbox = new Outbox(timer, this::delivered);

  /** Guarded by this, as is everything that is on disk. */
  private final RegisterStore store;

  /** Changed under the lock of this, read without. */
  private final State state;

  /** The acts that {@link #state} is made of, as their events. Guarded by this. */
  private final List<LoggedAct> log = new ArrayList<>();

  /** Whether the disk may have more acts than {@link #log}. Guarded by this. */
  private boolean uncertain;

  private Register(
      RegisterStore store, Clock clock, ActEvents events, Map<String, UsageTotals> usage) {
    this.store = store;
    this.clock = clock;
    this.events = events;
    this.state = new State(name -> new Usage(clock, Optional.ofNullable(usage.get(name.value()))));
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "gateway-register");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Opens the register in a directory of its own.
   *
   * @param gatewayKey signs the events of acts
   * @param random for their idempotency keys
   * @throws IllegalStateException when the disk does not do what it should, or has something else
   */
  public static Register open(
      Path dir, SigningKey gatewayKey, Clock clock, RandomGenerator random) {
    return open(dir, gatewayKey, clock, random, RocksDB::write);
  }

  /** The same with a port for faults. */
  static Register open(
      Path dir, SigningKey gatewayKey, Clock clock, RandomGenerator random, StoreWrites writes) {
    RegisterStore store = new RegisterStore(dir, writes);
    try {
      store.reopen();
      Register register =
          new Register(store, clock, new ActEvents(gatewayKey, random), store.usage());
      register.start();
      return register;
    } catch (RocksDBException | IOException e) {
      store.close();
      throw new IllegalStateException(
          "The register in " + dir + " can't be opened: " + e.getMessage() + ".", e);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private synchronized void start() throws RocksDBException {
    takeUp(store.delivered());
    long millis = USAGE_INTERVAL.toMillis();
    var unused =
        timer.scheduleWithFixedDelay(this::keepUsage, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Takes up what the disk has beyond what is known: at the start, and after a failed write. */
  private void takeUp(long delivered) {
    for (byte[] jws : store.acts(log.size() + 1L)) {
      Event event = events.parse(jws);
      ActRecord entry = ActEvents.read(event);
      if (entry.number() != log.size() + 1L) {
        throw new IllegalStateException(
            "Act "
                + (log.size() + 1)
                + " is missing in the register; "
                + entry.number()
                + " comes.");
      }
      admit(new LoggedAct(entry, event), entry.number() > delivered);
    }
  }

  private void admit(LoggedAct logged, boolean toBeSent) {
    log.add(logged);
    state.apply(logged.entry());
    if (toBeSent) {
      outbox.add(logged.entry().number(), logged.tenant(), logged.event());
    }
  }

  /**
   * Does the acts, together or not at all; they are on disk and in force when the call returns.
   *
   * @param by who does them: the name of a key, never a secret
   * @throws Problem when an act makes no sense, or with status 503 when the disk fails; then it may
   *     have been done all the same
   */
  public synchronized List<ActRecord> perform(String by, Act... acts) {
    beCertain();
    List<LoggedAct> next = new ArrayList<>();
    for (Act act : acts) {
      // Only the first act can be checked against things as they are; what follows is about what
      // it makes, as the first key of a new tenant is.
      if (next.isEmpty()) {
        new ActCheck(state).check(act);
      }
      ActRecord entry = new ActRecord(log.size() + next.size() + 1L, now(), by, act);
      next.add(new LoggedAct(entry, events.sign(entry)));
    }
    append(next);
    // A crash before this line leaves acts that are in force from the next start on, and a caller
    // without an answer, who finds them in the lists. Their events are sent then, too.
    next.forEach(logged -> admit(logged, true));
    return next.stream().map(LoggedAct::entry).toList();
  }

  /** Times in the log never go back, even if the clock does. */
  private Instant now() {
    Instant now = Instant.ofEpochMilli(clock.millis());
    Instant last = log.isEmpty() ? Instant.EPOCH : log.get(log.size() - 1).entry().at();
    return now.isBefore(last) ? last : now;
  }

  private void append(List<LoggedAct> next) {
    try {
      store.append(log.size() + 1L, next.stream().map(logged -> logged.event().jws()).toList());
    } catch (RocksDBException e) {
      // Nobody knows whether it was done: the disk is asked before anything else is.
      uncertain = true;
      throw unavailable(e);
    }
  }

  private void beCertain() {
    if (!uncertain) {
      return;
    }
    try {
      store.reopen();
      takeUp(store.delivered());
      uncertain = false;
    } catch (RocksDBException | IOException e) {
      throw unavailable(e);
    }
  }

  private static Problem unavailable(Exception cause) {
    LOG.error("The register can't be written", cause);
    return ProblemType.UNAVAILABLE
        .because(
            "The register can't be written at the moment. What was asked for may have been done all"
                + " the same: look before you ask again.")
        .retryAfter(1);
  }

  private void delivered(long number) {
    try {
      synchronized (this) {
        if (!uncertain) {
          store.putDelivered(number);
        }
      }
    } catch (RocksDBException e) {
      LOG.warn("Act {} will be sent again at the next start: {}", number, e.getMessage());
    }
  }

  private synchronized void keepUsage() {
    if (uncertain) {
      return; // the next act, or the end, finds out what the disk can do
    }
    for (TenantEntry tenant : state.tenants()) {
      Usage usage = tenant.usage();
      usage.takeChanged().ifPresent(totals -> keep(tenant.name(), usage, totals));
    }
  }

  private void keep(TenantName tenant, Usage usage, UsageTotals totals) {
    try {
      store.putUsage(tenant.value(), totals);
    } catch (RocksDBException e) {
      usage.keepChanged();
      LOG.warn("The counts of tenant {} can't be written: {}", tenant, e.getMessage());
    }
  }

  /** Where the events of acts go; those that wait are sent at once. */
  public void deliverTo(ActDelivery port) {
    outbox.deliverTo(port);
  }

  /** How many acts are in the log and not yet among the accepted events. */
  public int undelivered() {
    return outbox.size();
  }

  public Optional<TenantEntry> tenant(String name) {
    return state.tenant(name);
  }

  /** Sorted by name. */
  public Collection<TenantEntry> tenants() {
    return state.tenants();
  }

  public Optional<ApiKey> key(KeyId id) {
    return state.key(id.value());
  }

  public Collection<ApiKey> keys() {
    return state.keys();
  }

  public Optional<CertificateHolder> holder(Fingerprint certificate) {
    return state.holder(certificate);
  }

  /** Some acts about that tenant, or about all, in the order of the log, after that number. */
  public synchronized List<LoggedAct> acts(Optional<TenantName> tenant, long after, int limit) {
    return log.subList((int) Math.min(after, log.size()), log.size()).stream()
        .filter(logged -> tenant.isEmpty() || tenant.get().equals(logged.entry().act().tenant()))
        .limit(limit)
        .toList();
  }

  /** Writes the counts down; to be called when no event comes any more. */
  @Override
  public void close() {
    timer.shutdownNow();
    synchronized (this) {
      keepUsage();
      store.close();
    }
  }
}
