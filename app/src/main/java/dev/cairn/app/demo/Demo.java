package dev.cairn.app.demo;

import dev.cairn.app.client.CairnClient;
import dev.cairn.app.demo.Posting.Acknowledged;
import dev.cairn.app.demo.SeismicSample.Earthquake;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One run of the demo: sign, post, wait for the proofs, fetch, stop, verify, tamper. */
public final class Demo {
  private static final Duration EVIDENCE_WAIT = Duration.ofSeconds(60);

  private final ProgressLine progress;
  private final int maxEvents;
  private final Path keep;

  /**
   * @param maxEvents how many earthquakes to take at most
   * @param keep directory that receives the evidence files and the trust file
   */
  public Demo(ProgressLine progress, int maxEvents, Path keep) {
    this.progress = progress;
    this.maxEvents = maxEvents;
    this.keep = keep;
  }

  /**
   * Runs against the instance at the address.
   *
   * @param stopServices called when everything that a verifier needs has been fetched
   */
  public DemoReport run(URI instance, Runnable stopServices) throws IOException {
    long start = System.nanoTime();
    CairnClient client = new CairnClient(instance);
    List<byte[]> events = signedEvents();
    try (ProofWatch watch = new ProofWatch(client)) {
      List<Acknowledged> acknowledged =
          new Posting(client, progress).post(events, event -> watch.watch(event.batchId()));
      Percentiles waits = awaitProofs(acknowledged, watch);
      List<byte[]> evidence = fetch(client, acknowledged);
      byte[] trust = client.trust();
      Files.write(keep.resolve("trust.json"), trust);
      Set<Integer> chains = chainsOf(acknowledged, watch);
      stopServices.run();
      OfflineAudit audit = new OfflineAudit(trust);
      OfflineAudit.Outcome outcome = audit.verifyAll(evidence, progress);
      return new DemoReport(
          acknowledged.size(),
          watch.batches(),
          chains.size(),
          outcome.valid(),
          audit.stepThatFailsAfterOneByte(evidence.get(evidence.size() / 2)),
          waits.at(50),
          waits.at(95),
          new Percentiles(evidence.stream().mapToLong(file -> file.length).toArray()).at(50),
          outcome.perSecond(),
          Math.round((System.nanoTime() - start) / 1e8) / 10.0);
    }
  }

  private List<byte[]> signedEvents() {
    List<Earthquake> earthquakes = SeismicSample.load();
    List<Earthquake> taken = earthquakes.subList(0, Math.min(maxEvents, earthquakes.size()));
    SeismicDevices devices = new SeismicDevices();
    List<byte[]> events = devices.sign(taken, Instant.now());
    progress.say(events.size() + " earthquakes signed by " + devices.count() + " seismic networks");
    return events;
  }

  private Percentiles awaitProofs(List<Acknowledged> acknowledged, ProofWatch watch)
      throws IOException {
    long[] waits = new long[acknowledged.size()];
    for (int i = 0; i < waits.length; i++) {
      Acknowledged event = acknowledged.get(i);
      long nanos = watch.proved(event.batchId()).nanos() - event.ackNanos();
      waits[i] = Duration.ofNanos(Math.max(0, nanos)).toMillis();
      progress.show("anchored and proved", i + 1, waits.length);
    }
    return new Percentiles(waits);
  }

  private List<byte[]> fetch(CairnClient client, List<Acknowledged> acknowledged)
      throws IOException {
    List<byte[]> evidence = new ArrayList<>();
    for (Acknowledged event : acknowledged) {
      byte[] file = client.evidence(event.eventId(), EVIDENCE_WAIT);
      Files.write(keep.resolve(event.eventId() + ".json"), file);
      evidence.add(file);
      progress.show("evidence fetched", evidence.size(), acknowledged.size());
    }
    return evidence;
  }

  private static Set<Integer> chainsOf(List<Acknowledged> acknowledged, ProofWatch watch)
      throws IOException {
    Set<Integer> chains = new HashSet<>();
    for (Acknowledged event : acknowledged) {
      chains.add(watch.proved(event.batchId()).chainId());
    }
    return chains;
  }
}
