package dev.cairn.app.ntm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.metrics.Metrics;
import dev.cairn.ntm.watch.RecentBlock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayMetricsTest {
  private static final int CHAINS = 20;

  private final MeterRegistry meters = new SimpleMeterRegistry();

  private void count(String verdict, int events) {
    meters.counter("cairn.gateway.events", "verdict", verdict).increment(events);
  }

  private Metrics read(Optional<RecentBlock> newest) {
    return new GatewayMetrics(meters, CHAINS, newest).read().metrics();
  }

  @Test
  void beforeTheFirstEvent_thereAreNoFigures() {
    assertThatThrownBy(() -> read(Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The gateway has not acknowledged any event yet.");
  }

  @Test
  void figures_areThoseOfTheGateway() {
    count("accepted", 60);
    count("repeated", 20);
    count("rejected", 20);
    meters.timer("cairn.gateway.acknowledgment").record(Duration.ofMillis(3));
    meters.timer("cairn.gateway.commit").record(Duration.ofMillis(3));
    meters.timer("cairn.gateway.commit").record(Duration.ofMillis(3));
    meters.timer("cairn.gateway.commit").record(Duration.ofMillis(3));
    meters.counter("cairn.gateway.store.failures").increment();
    assertThat(read(Optional.empty())).isEqualTo(new Metrics(60, 0.6, 0.75, CHAINS, 1, 1));
  }

  @Test
  void counts_goOnFromTheNewestBlock() {
    count("accepted", 5);
    BlockData data =
        new BlockData(
            new PhpMap(Map.of("hits", new PhpInteger(1000), "respostas", new PhpInteger(40))));
    RecentBlock newest = new RecentBlock(BlockIndex.FIRST, BlockHash.ZERO, Optional.of(data));
    assertThat(read(Optional.of(newest))).isEqualTo(new Metrics(1005, 1, 1, CHAINS, 1, 40));
    RecentBlock unreadable = new RecentBlock(BlockIndex.FIRST, BlockHash.ZERO, Optional.empty());
    assertThat(read(Optional.of(unreadable)).hits()).isEqualTo(5);
  }
}
