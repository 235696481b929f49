package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.mining.MiningMode;
import dev.cairn.devnet.mining.Reorganisation;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Proof of work: nonces meet their targets, and targets follow the time between blocks. */
class DifficultyTest {

  private static final Duration DELAY = Duration.ofSeconds(10);
  // While a chain is young an epoch has a tenth of 120 blocks.
  private static final int EPOCH = 12;

  /** A clock that stands until it is moved. */
  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void move(Duration step) {
      now = now.plus(step);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static DevnetSettings settings() {
    return TestNetwork.settings()
        .withGraph(ChainGraph.PETERSEN)
        .withMining(new MiningMode.ByClients(DELAY))
        .withProofOfWork(DevnetSettings.EASY_WORK);
  }

  private static BlockHeader header(TestNetwork network, long height) {
    return network.store().headerAt(new ChainId(0), new BlockHeight(height)).orElseThrow();
  }

  private static void mine(TestNetwork network, HandClock clock, int rounds, Duration each) {
    for (int i = 0; i < rounds; i++) {
      clock.move(each);
      network.mine(1);
    }
  }

  // Mines twelve blocks of that rate, the last of which has a new target, over the one before. The
  // epoch that it judges has the eleven before it and one of the rate before.
  private static double change(TestNetwork network, HandClock clock, Duration each) {
    mine(network, clock, EPOCH, each);
    long height = network.height(0);
    BigInteger before = header(network, height - 1).target().value();
    return header(network, height).target().value().doubleValue() / before.doubleValue();
  }

  @Test
  void difficulty_followsTheBlockRate() {
    HandClock clock = new HandClock();
    try (TestNetwork network = TestNetwork.start(settings(), clock, StubContracts::new)) {
      // The first epoch counts from genesis, which lies years back: its end is not looked at.
      mine(network, clock, EPOCH, DELAY);
      Offset<Double> rounding = within(1e-9);
      assertThat(change(network, clock, DELAY.dividedBy(2)))
          .isCloseTo((11 * 0.5 + 1) / 12, rounding);
      assertThat(change(network, clock, DELAY.dividedBy(4)))
          .isCloseTo((11 * 0.25 + 0.5) / 12, rounding);
      assertThat(change(network, clock, DELAY)).isCloseTo((11 + 0.25) / 12, rounding);
      assertThat(change(network, clock, DELAY.multipliedBy(3)))
          .isCloseTo((11 * 3.0 + 1) / 12, rounding);
      for (long height = 1; height <= network.height(0); height++) {
        assertThat(header(network, height).meetsTarget()).isTrue();
      }
      assertThat(network.devnet().version().proofOfWork()).isTrue();
      network.web().check();
    }
  }

  @Test
  void otherBranch_isSolvedToo() {
    HandClock clock = new HandClock();
    try (TestNetwork network = TestNetwork.start(settings(), clock, StubContracts::new)) {
      mine(network, clock, EPOCH + 3, DELAY.dividedBy(4));
      BlockHeader lost = header(network, EPOCH + 2);
      // The first block of an epoch is among those that are replaced.
      Reorganisation change =
          network.devnet().control().reorganise(Set.of(new ChainId(0)), EPOCH / 2);
      assertThat(change.adopted()).allMatch(block -> block.header().meetsTarget());
      assertThat(header(network, EPOCH + 2)).isNotEqualTo(lost);
      network.web().check();
    }
  }

  @Test
  void continuousMining_findsNonces() {
    DevnetSettings settings = settings().withMining(new MiningMode.Continuous(DELAY));
    try (TestNetwork network = TestNetwork.start(settings, Clock.systemUTC(), StubContracts::new)) {
      await().atMost(PactClient.PATIENCE).until(() -> network.height(0) >= 5);
      BlockHeader header = header(network, 5);
      assertThat(header.meetsTarget()).isTrue();
      assertThat(header.target()).isEqualTo(DevnetSettings.EASY_WORK);
    }
  }
}
