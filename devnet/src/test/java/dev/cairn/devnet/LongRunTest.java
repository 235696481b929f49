package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.ChainId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long run, checked again from genesis: hash, parents, braiding, target, weight and times of each
 * header, each payload, a proof of each transaction of some chains. {@code -Ddevnet.rounds=10000}
 * makes it as long as that.
 */
class LongRunTest {

  private static final int ROUNDS = Integer.getInteger("devnet.rounds", 260);
  private static final int ROUNDS_BETWEEN_TRANSACTIONS = 10;
  private static final int ROUNDS_BETWEEN_REORGANISATIONS = 130;

  @TempDir Path directory;

  @Test
  void web_isGoodFromGenesisOn() {
    Clock clock = Clock.systemUTC();
    TestCommands commands = new TestCommands("development", clock);
    try (TestNetwork network =
        TestNetwork.start(
            TestNetwork.settings().withDirectory(directory).withStateBlocks(50),
            clock,
            StubContracts::new)) {
      PactClient client = network.client();
      int sent = 0;
      for (int round = 1; round <= ROUNDS; round++) {
        if (round % ROUNDS_BETWEEN_TRANSACTIONS == 0) {
          client.send(sent % 20, commands.exec(sent % 20, "(+ 1 2)"));
          sent++;
        }
        if (round % ROUNDS_BETWEEN_REORGANISATIONS == 0) {
          network.devnet().control().reorganise(Set.of(new ChainId(round % 20)), 4);
        }
        network.mine(1);
      }
      network.mine(3);
      assertThat(network.web().check()).isEqualTo(sent);
      int proofs = 0;
      for (int source = 0; source < 20; source++) {
        proofs += network.web().checkProofs(new ChainId(source), new ChainId((source + 13) % 20));
      }
      assertThat(proofs).isEqualTo(sent);
      System.out.printf(
          "%d blocks of 20 chains are good from genesis on; %d transactions, %d proofs.%n",
          network.web().blocks(), sent, proofs);
    }
  }
}
