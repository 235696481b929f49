package dev.cairn.chainweb;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of the known networks (reference §2.4, §2.5). */
final class KnownVersions {

  private static final Duration BLOCK_DELAY = Duration.ofSeconds(30);
  private static final int WINDOW = 120;

  // 2019-10-30T00:01:00Z
  private static final BlockTime MAINNET_GENESIS = new BlockTime(1_572_393_660_000_000L);
  // 2019-07-17T18:28:37.613832Z
  private static final BlockTime TEST_GENESIS = new BlockTime(1_563_388_117_613_832L);
  // (2²⁵⁶ - 1) div 100000
  private static final HashTarget EASY =
      new HashTarget(Uint256.MAX.divide(BigInteger.valueOf(100_000)));

  private static final TargetForks RECAP_FORKS = forks(13, true);
  private static final TargetForks TESTNET_FORKS = forks(318_204, false);
  private static final TargetForks MAINNET_FORKS =
      new TargetForks(
          new BlockHeight(771_414),
          new BlockHeight(452_820),
          new BlockHeight(80_000),
          false,
          new BlockHeight(530_500));

  private KnownVersions() {}

  static ChainwebVersion development() {
    return likeDevelopment("development", 2, ChainGraph.TWENTY);
  }

  static ChainwebVersion likeDevelopment(String name, int code, ChainGraph graph) {
    return new ChainwebVersion(
        name,
        code,
        new TreeMap<>(Map.of(BlockHeight.ZERO, graph)),
        TEST_GENESIS,
        new TreeMap<>(Map.of(BlockHeight.ZERO, EASY)),
        BLOCK_DELAY,
        WINDOW,
        false,
        TargetForks.NONE);
  }

  static ChainwebVersion recapDevelopment() {
    HashTarget added = target("0000088f99632cadf39b0db7655be62cb7dbc84ebbd9a90e5b5756d3e7d9196c");
    return growing("recap-development", 1, 60, TEST_GENESIS, EASY, added, RECAP_FORKS);
  }

  static ChainwebVersion testnet04() {
    HashTarget added = target("000000001b9bf15be43824bae4c4f17722572883f7b53ed2e8c6ba9596249235");
    return growing("testnet04", 7, 332_604, TEST_GENESIS, HashTarget.MAX, added, TESTNET_FORKS);
  }

  static ChainwebVersion mainnet01() {
    HashTarget added = target("000000000000cb73de4be95ba21db5b9178dd85974c194e3ee05717dd8afa830");
    return growing("mainnet01", 5, 852_054, MAINNET_GENESIS, HashTarget.MAX, added, MAINNET_FORKS);
  }

  // Ten chains from the start, ten more from a height on.
  private static ChainwebVersion growing(
      String name,
      int code,
      long transition,
      BlockTime genesis,
      HashTarget first,
      HashTarget added,
      TargetForks forks) {
    BlockHeight at = new BlockHeight(transition);
    return new ChainwebVersion(
        name,
        code,
        new TreeMap<>(Map.of(BlockHeight.ZERO, ChainGraph.PETERSEN, at, ChainGraph.TWENTY)),
        genesis,
        new TreeMap<>(Map.of(BlockHeight.ZERO, first, at, added)),
        BLOCK_DELAY,
        WINDOW,
        true,
        forks);
  }

  private static TargetForks forks(long currentRuleFrom, boolean firstBlockStartsEpoch) {
    return new TargetForks(
        new BlockHeight(currentRuleFrom),
        BlockHeight.ZERO,
        BlockHeight.ZERO,
        firstBlockStartsEpoch,
        BlockHeight.ZERO);
  }

  private static HashTarget target(String hex) {
    return new HashTarget(new BigInteger(hex, 16));
  }
}
