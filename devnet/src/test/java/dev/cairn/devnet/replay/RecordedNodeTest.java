package dev.cairn.devnet.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.devnet.Devnet;
import dev.cairn.devnet.DevnetSettings;
import dev.cairn.devnet.RecordedGenesis;
import dev.cairn.devnet.replay.Verdict.Kind;
import dev.cairn.devnet.transaction.MinerAccount;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every recorded request gets the answer of a real node, with our contracts and the public ones.
 */
class RecordedNodeTest {

  /** Shortly after the recorded commands were made. */
  private static final Clock RECORDING =
      Clock.fixed(Instant.ofEpochSecond(1_795_170_870L), ZoneOffset.UTC);

  private static final MinerAccount MINER =
      MinerAccount.ofKey("f89ef46927f506c70b6a58fd322450a936311dc6ac91f4ec3d8ef949608dbf1f");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Recorded up to this height; ours must be at least as high. */
  private static final long RECORDED_HEIGHT = 38;

  private static final List<String> SAMPLES =
      List.of(
          "info",
          "cuts",
          "queries",
          "pact-local",
          "pact-send-poll-listen",
          "spv",
          "spv2",
          "p2p-and-mining");

  private static final Set<String> NEWS = Set.of("local", "local transfer preflight");

  private static DevnetSettings settings() {
    return DevnetSettings.development().withAddress("127.0.0.1", 0).withMiner(MINER);
  }

  @Test
  void ourContracts_answerAsARealNode() {
    ComparisonTable table =
        new ComparisonTable(
            "Answers compared with a node 2.32, our contracts", play(settings(), true));
    table.write("our-contracts");
    assertThat(table.share(Kind.DIFFERENT)).as(table.toString()).isZero();
  }

  @Test
  void publicContracts_answerAsARealNode(@TempDir Path modules) {
    RecordedGenesis.writeModules(modules);
    ComparisonTable table =
        new ComparisonTable(
            "Answers compared with a node 2.32, the public contracts",
            play(settings().withModules(modules), false));
    table.write("public-contracts");
    assertThat(table.share(Kind.DIFFERENT)).as(table.toString()).isZero();
  }

  private static List<Verdict> play(DevnetSettings settings, boolean ownContracts) {
    try (Devnet devnet = Devnet.start(settings, RECORDING)) {
      NodeUnderTest node = new NodeUnderTest(devnet.uri(), HttpClient.newHttpClient());
      await().atMost(PATIENCE).until(() -> node.height() > 0);
      Translation translation = new Translation();
      return play(node, translation, new Comparison(translation, ownContracts));
    }
  }

  // Recorded for local runs, good as transactions, too: they make the network mine.
  private static Runnable news(NodeUnderTest node) {
    Iterator<String> commands =
        Recording.samples("pact-local")
            .filter(sample -> NEWS.contains(sample.name()))
            .map(Recording::body)
            .iterator();
    return () ->
        node.post(
            NodeUnderTest.BASE + "/chain/0/pact/api/v1/send",
            "{\"cmds\":[" + commands.next() + "]}");
  }

  private static List<Verdict> play(
      NodeUnderTest node, Translation translation, Comparison comparison) {
    List<Verdict> verdicts =
        new ArrayList<>(new TransactionReplay(node, translation, comparison).play());
    await().atMost(PATIENCE).until(() -> node.height() >= RECORDED_HEIGHT);
    BlockReplay blocks = new BlockReplay(node, translation, comparison);
    blocks.learn();
    SampleReplay samples = new SampleReplay(node, translation, comparison);
    SAMPLES.forEach(file -> verdicts.addAll(samples.play(file)));
    verdicts.addAll(blocks.play());
    verdicts.addAll(new UpdateReplay(node, comparison).play(news(node)));
    return verdicts;
  }
}
