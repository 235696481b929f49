package dev.cairn.devnet;

import static org.awaitility.Awaitility.await;

import dev.cairn.chainweb.ChainwebVersion;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What is asked of our network is asked of a real node, too, where there is one. */
class RealNodeTest {

  /** Past the first short epochs. */
  private static final long HEIGHT = 30;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static RealNode node;

  @BeforeAll
  static void start() {
    try {
      node = RealNode.start();
    } catch (TestAbortedException nowhere) {
      System.out.println("No real node is asked: " + nowhere.getMessage());
      throw nowhere;
    }
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
  }

  @Test
  void wallet_findsANode(@TempDir Path directory) throws Exception {
    KadenaClient.install(directory).play(node.uri());
  }

  @Test
  void headers_keepTheRulesOfOurChecker() {
    NodeClient client = new NodeClient(node.uri(), "development");
    await().atMost(PATIENCE).until(() -> client.height() >= HEIGHT);
    long delay = client.getJson("/info").get("nodeBlockDelay").asLong();
    ChainwebVersion version =
        ChainwebVersion.DEVELOPMENT.withBlockDelay(Duration.ofNanos(delay * 1_000));
    new HeaderChecker(version, client).checkUpTo(HEIGHT);
  }
}
