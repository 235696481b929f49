package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.store.MemoryStore;
import dev.cairn.devnet.store.StoreException;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A network that ends at any of its writes, the write not done or done and not reported, goes on
 * from a good web: with forks, with a window so narrow that pruning is among the writes.
 */
class CrashTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final DevnetSettings SETTINGS =
      TestNetwork.settings().withGraph(ChainGraph.PAIR).withStateBlocks(4);

  // The window of 4 blocks and 16 more for runs that began on the oldest.
  private static final int PRUNING_FROM = 21;

  private final TestCommands commands = new TestCommands("development", CLOCK);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void network_goesOnFromAnyWrite(boolean done) {
    boolean failed = true;
    int crashes = 0;
    // The rounds between the first ones and those that prune are all alike.
    for (int failing = 1; failed; failing = failing == 3 ? PRUNING_FROM : failing + 1) {
      MemoryStore disk = new MemoryStore();
      FailingStore store = new FailingStore(disk, failing, done);
      run(store);
      failed = store.hasFailed();
      goOn(disk);
      crashes += failed ? 1 : 0;
    }
    // Genesis, rounds, prunings, rounds of the branch, the switch.
    assertThat(crashes).isGreaterThan(15);
  }

  // Genesis, rounds, a fork of three blocks, rounds again; until the store fails.
  private void run(FailingStore store) {
    try (TestNetwork network = TestNetwork.start(SETTINGS, CLOCK, StubContracts::new, store)) {
      network.mine(PRUNING_FROM);
      PactCommand command = commands.exec(0, "(+ 1 2)");
      network.client().send(0, command);
      network.mine(1);
      network.devnet().control().reorganise(Set.of(new ChainId(0)), 3);
      network.mine(3);
    } catch (StoreException gone) {
      assertThat(gone).hasMessage("The disk is gone, for a test.");
    }
  }

  private void goOn(MemoryStore disk) {
    try (TestNetwork network = TestNetwork.start(SETTINGS, CLOCK, StubContracts::new, disk)) {
      network.web().check();
      long height = network.height(1);
      network.mine(2);
      assertThat(network.height(1)).isEqualTo(height + 2);
      PactCommand command = commands.exec(0, "(+ 1 2)");
      network.client().send(0, command);
      network.devnet().control().reorganise(Set.of(new ChainId(1)), 1);
      network.mine(2);
      assertThat(network.client().poll(0, command, 0).isEmpty()).isFalse();
      network.web().check();
    }
  }
}
