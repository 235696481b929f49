package dev.cairn.app.load;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.EventId;
import dev.cairn.gateway.Gateway;
import dev.cairn.gateway.GatewaySettings;
import dev.cairn.gateway.access.OpenEntrance;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.BatchEntry.Closed;
import dev.cairn.handover.Journal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a gateway's directory holds when nobody runs on it, and what is wrong with that. */
final class StoredBatches {

  /** Entries read at a time: some of them are whole batches. */
  private static final int PAGE = 50;

  private final Map<EventId, BatchId> batchOf = new HashMap<>();
  private final Set<BatchId> opened = new HashSet<>();
  private final Set<BatchId> closed = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  private StoredBatches() {}

  /** Starts a gateway there, which closes what was open, and reads its whole journal. */
  static StoredBatches read(Path directory) {
    StoredBatches stored = new StoredBatches();
    try (Gateway gateway =
        Gateway.open(
            GatewaySettings.of(directory),
            Clock.systemUTC(),
            new SecureRandom(),
            SigningKey.fromEd25519Seed(new byte[32]),
            SignatureProviders.best(),
            taskKey -> 0,
            new OpenEntrance(),
            new SimpleMeterRegistry())) {
      gateway.drain();
      Journal<BatchEntry> journal = gateway.batches();
      for (long at = 0; at < journal.end(); ) {
        for (Journal.Entry<BatchEntry> entry : journal.read(at, PAGE)) {
          stored.take(entry.value());
          at = entry.position();
        }
      }
    }
    return stored;
  }

  private void take(BatchEntry entry) {
    if (!(entry instanceof Closed batch)) {
      if (!opened.add(entry.batchId())) {
        faults.add("Batch " + entry.batchId() + " was opened twice.");
      }
      return;
    }
    if (!opened.contains(batch.batchId())) {
      faults.add("Batch " + batch.batchId() + " was closed and never opened.");
    }
    if (!closed.add(batch.batchId())) {
      faults.add("Batch " + batch.batchId() + " was closed twice: it has two roots.");
    }
    for (AcceptedEvent event : batch.batch().events()) {
      BatchId other = batchOf.putIfAbsent(event.id(), batch.batchId());
      if (other != null) {
        faults.add("Event " + event.id() + " is in " + other + " and in " + batch.batchId() + ".");
      }
    }
  }

  /**
   * Whatever does not hold, in sentences: the store's own order, and what clients were promised.
   */
  List<String> faults(Map<EventId, BatchId> promised) {
    List<String> all = new ArrayList<>(faults);
    opened.stream()
        .filter(batch -> !closed.contains(batch))
        .forEach(batch -> all.add("Batch " + batch + " never closed."));
    promised.forEach(
        (event, batch) -> {
          if (!batch.equals(batchOf.get(event))) {
            all.add(
                "Event "
                    + event
                    + " was promised for "
                    + batch
                    + "; it is in "
                    + batchOf.get(event));
          }
        });
    return all;
  }

  int events() {
    return batchOf.size();
  }

  int batches() {
    return closed.size();
  }
}
