package dev.cairn.chainweb.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.BlockWeight;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.HashTarget;
import dev.cairn.chainweb.Networks;
import dev.cairn.chainweb.Sha512t256;
import dev.cairn.chainweb.Uint256;
import java.math.BigInteger;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetRuleTest {

  private static final Hash ANY = Sha512t256.hash();
  private static final ChainwebVersion PAIR =
      ChainwebVersion.privateNetwork("pair", 9, ChainGraph.PAIR);

  // What an epoch of a young chain is meant to take: 12 blocks of 30 s, in microseconds.
  private static final long YOUNG_EPOCH = 360_000_000;

  @ParameterizedTest
  @CsvSource({
    // time taken by the parent and its neighbour, target of both, target that follows
    "360000000, 360000000, 1000, 1000",
    "180000000, 180000000, 1000, 500",
    "360000000, 180000000, 1000, 750",
    "1, 1, 1000, 1",
    "120000000, 120000000, 1000, 334",
    "120000000, 360000000, 1000, 667"
  })
  void target_isTheFlooredAverageOfTheCeilings(long own, long other, long target, long expected) {
    HashTarget given = new HashTarget(BigInteger.valueOf(target));
    assertThat(next(PAIR, 11, given, own, other).value()).isEqualTo(expected);
  }

  /** Reference §2.6: cut to 256 bits before the comparison with the maximum. */
  @Test
  void targetBeyondTheMaximum_wraps() {
    HashTarget half = new HashTarget(Uint256.MAX.shiftRight(1).add(BigInteger.ONE));
    assertThat(next(PAIR, 11, half, 2 * YOUNG_EPOCH, 2 * YOUNG_EPOCH).value()).isZero();
    HashTarget more = new HashTarget(half.value().add(BigInteger.TEN));
    assertThat(next(PAIR, 11, more, 2 * YOUNG_EPOCH, 2 * YOUNG_EPOCH).value()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"10, false", "11, true", "12, false", "119, true", "131, false", "239, true"})
  void target_changesOnlyAtTheStartOfAnEpoch(long parentHeight, boolean changes) {
    HashTarget given = new HashTarget(BigInteger.valueOf(1_000));
    HashTarget target = next(PAIR, parentHeight, given, 1, 1);
    assertThat(!target.equals(given)).isEqualTo(changes);
  }

  /** Reference §2.6, legacy: difficulty = ceil((2^256 - 1) / target * epoch / time). */
  @Test
  void legacyTarget_comesFromTheParentAlone() {
    HashTarget given = new HashTarget(Uint256.MAX.divide(BigInteger.valueOf(1_000)));
    HashTarget target = next(ChainwebVersion.RECAP_DEVELOPMENT, 11, given, YOUNG_EPOCH / 2, 12_345);
    assertThat(target.difficulty()).isEqualTo(2_001);
    HashTarget current = next(PAIR, 11, given, YOUNG_EPOCH / 2, YOUNG_EPOCH / 2);
    assertThat(current.difficulty()).isEqualTo(1_999);
  }

  @Test
  void targetOfTheEmergencyEra_isRefusedByName() {
    assertThatThrownBy(() -> next(ChainwebVersion.MAINNET01, 500, HashTarget.MAX, 1, 1))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("below height 80000 of mainnet01");
  }

  /** Block 2 of development networks, and of added chains everywhere (reference §2.6). */
  @ParameterizedTest
  @CsvSource({
    "development, 0, 1, true",
    "development, 0, 2, false",
    "recap-development, 0, 1, true",
    "recap-development, 12, 61, true",
    "recap-development, 0, 61, false",
    "recap-development, 12, 62, false",
    "mainnet01, 0, 1, false",
    "mainnet01, 10, 852055, true",
    "mainnet01, 0, 852055, false",
    "testnet04, 19, 332605, true"
  })
  void epochStart_isSetByTheFirstBlockOfAChain(
      String network, int chain, long parentHeight, boolean set) {
    BlockHeader parent = header(chain, parentHeight, HashTarget.MAX, 1_000);
    EpochRule rule = new EpochRule(Networks.named(network));
    BlockTime start = rule.epochStart(parent, new BlockTime(5_000));
    assertThat(start).isEqualTo(set ? parent.creationTime() : parent.epochStart());
  }

  /** Below 452820 on mainnet01 an epoch ended with the new block's own time. */
  @Test
  void epochStart_wasTheBlocksOwnTimeInTheFirstEra() {
    EpochRule rule = new EpochRule(ChainwebVersion.MAINNET01);
    BlockTime childTime = new BlockTime(9_000);
    BlockHeader before = header(0, 452_759, HashTarget.MAX, 1_000);
    BlockHeader after = header(0, 452_879, HashTarget.MAX, 1_000);
    assertThat(before.height().value() % 120).isEqualTo(119);
    assertThat(rule.epochStart(before, childTime)).isEqualTo(childTime);
    assertThat(rule.epochStart(after, childTime)).isEqualTo(after.creationTime());
  }

  private static HashTarget next(
      ChainwebVersion version, long parentHeight, HashTarget target, long own, long other) {
    ParentHeaders parents =
        ParentHeaders.of(
            header(0, parentHeight, target, own), List.of(header(1, parentHeight, target, other)));
    return new TargetRule(version).target(parents, new BlockTime(Long.MAX_VALUE));
  }

  // A header whose epoch has taken some microseconds.
  private static BlockHeader header(int chain, long height, HashTarget target, long taken) {
    BlockTime start = new BlockTime(1_000_000);
    return new BlockHeader(
        0,
        new BlockTime(start.micros() + taken),
        ANY,
        new TreeMap<>(),
        target,
        ANY,
        new ChainId(chain),
        BlockWeight.ZERO,
        new BlockHeight(height),
        1,
        start,
        0,
        ANY);
  }
}
