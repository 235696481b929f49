package dev.cairn.app.ntm;

import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.metrics.Measurement;
import dev.cairn.ntm.metrics.Metrics;
import dev.cairn.ntm.metrics.MetricsSource;
import dev.cairn.ntm.watch.RecentBlock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cairn's own figures in the protocol's words, which were made for another service:
 *
 * <ul>
 *   <li>{@code hits}: events that the gateway acknowledged
 *   <li>{@code respostas}: posts that it answered with an acknowledgment
 *   <li>{@code pct_ia}: acknowledged events of all that were posted since this process started
 *   <li>{@code ai_index}: writes of its store that succeeded, of all since this process started
 *   <li>{@code uas}: chains that it anchors on
 *   <li>{@code hub}: instances that feed the chain, which is one
 * </ul>
 *
 * The first two count on from the newest block that was there when the process started; what was
 * acknowledged between that block and the process before's end is not in them.
 */
final class GatewayMetrics implements MetricsSource {
  private static final String EVENTS = "cairn.gateway.events";

  private final MeterRegistry meters;
  private final int chains;
  private final long hitsBefore;
  private final long answersBefore;

  /** Counts on from this block; from zero without one. */
  GatewayMetrics(MeterRegistry meters, int chains, Optional<RecentBlock> newest) {
    this.meters = meters;
    this.chains = chains;
    this.hitsBefore = figure(newest, Field.HITS);
    this.answersBefore = figure(newest, Field.RESPOSTAS);
  }

  private static long figure(Optional<RecentBlock> block, Field field) {
    return block.flatMap(RecentBlock::data).stream()
        .flatMapToLong(data -> data.integer(field).stream())
        .filter(value -> value >= 0)
        .findFirst()
        .orElse(0);
  }

  @Override
  public Measurement read() {
    long accepted = events("accepted");
    long posted = accepted + events("repeated") + events("conflict") + events("rejected");
    long hits = hitsBefore + accepted;
    if (hits == 0) {
      throw new IllegalArgumentException("The gateway has not acknowledged any event yet.");
    }
    Metrics metrics =
        new Metrics(
            hits,
            share(accepted, posted),
            share(commits(), commits() + storeFailures()),
            chains,
            1,
            answersBefore + count("cairn.gateway.acknowledgment"));
    return new Measurement(metrics, Optional.empty());
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  private long events(String verdict) {
    return sum(meters.find(EVENTS).tag("verdict", verdict).counters().stream());
  }

  private long storeFailures() {
    return sum(meters.find("cairn.gateway.store.failures").counters().stream());
  }

  private static long sum(Stream<Counter> counters) {
    return (long) counters.mapToDouble(Counter::count).sum();
  }

  private long commits() {
    return count("cairn.gateway.commit");
  }

  private long count(String timer) {
    return meters.find(timer).timers().stream().mapToLong(Timer::count).sum();
  }
}
