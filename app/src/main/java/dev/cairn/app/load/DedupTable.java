package dev.cairn.app.load;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.gateway.store.GatewayStore;
import dev.cairn.gateway.store.IdempotencyKey;
import dev.cairn.gateway.store.Placement;
import dev.cairn.gateway.store.StoreCommit;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.rocksdb.RocksDB;

/**
 * A gateway's table of idempotency keys, filled with many of them: what it takes of memory, and
 * what a look-up costs of a key that is there and of one that is not.
 */
public final class DedupTable {

  private static final int PER_WRITE = 2_000;
  private static final int SIGNERS = 5_000;
  private static final int LOOKUPS = 200_000;

  private final Path directory;
  private final long keys;

  public DedupTable(Path directory, long keys) {
    this.directory = directory;
    this.keys = keys;
  }

  /**
   * What was found.
   *
   * @param residentMegabytes what this process grew by, everything included
   * @param absentMicros processor time, as the others
   */
  public record Report(
      long keys,
      long residentMegabytes,
      double absentMicros,
      double presentMicros,
      double recentMicros,
      double fillMicrosPerKey,
      long diskMegabytes) {}

  /** Fills, opens anew, looks up; tells how many keys are in. */
  public Report run(LongConsumer filled) throws IOException {
    long before = residentMegabytes();
    double fill;
    try (GatewayStore store = new GatewayStore(directory, RocksDB::write)) {
      store.reopen();
      fill = fill(store, filled);
      double recent = micros(store, keys - LOOKUPS, keys, true);
      double absent = micros(store, 0, keys, false);
      double present = micros(store, 0, keys, true);
      long grown = residentMegabytes() - before;
      return new Report(keys, grown, absent, present, recent, fill, diskMegabytes());
    }
  }

  private double fill(GatewayStore store, LongConsumer filled) {
    long start = System.nanoTime();
    for (long key = 0; key < keys; ) {
      try (StoreCommit commit = store.begin()) {
        for (int i = 0; i < PER_WRITE && key < keys; i++, key++) {
          commit.putKey(key(key, true), placement(key));
        }
        commit.write();
      }
      filled.accept(key);
    }
    return (System.nanoTime() - start) / 1e3 / keys;
  }

  /**
   * Processor time, a mean over keys at random between the bounds; each one is checked to be as it
   * should.
   */
  private double micros(GatewayStore store, long from, long to, boolean present) {
    Random random = new Random(1);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < LOOKUPS; i++) {
      long key = Math.max(0, from) + random.nextLong(to - Math.max(0, from));
      if (store.find(key(key, present)).isPresent() != present) {
        throw new IllegalStateException("Key " + key + " is not as it should be.");
      }
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1e3 / LOOKUPS;
  }

  private static IdempotencyKey key(long number, boolean present) {
    String signer = "did:key:z6MkSignerNumber" + number % SIGNERS + "OfTheUsualLengthOfSuchAName";
    return IdempotencyKey.of("default", signer, (present ? "event-" : "other-") + number);
  }

  private static Placement placement(long number) {
    return new Placement(BatchId.next(number / 1000, new Random(number)), 3, 7);
  }

  private long diskMegabytes() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
    }
  }

  private static long residentMegabytes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst()
          .orElse(0);
    }
  }
}
