package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.SignerCapability;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.mining.Reorganisation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another branch takes over: what clients see, and what it is made of. */
class ReorganisationTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final Set<ChainId> CHOSEN =
      Set.of(new ChainId(0), new ChainId(7), new ChainId(13));
  private static final String TRANSFER = "(coin.transfer \"sender00\" \"sender01\" 1.0)";

  private static final SignerCapability PAY =
      new SignerCapability(
          "coin.TRANSFER",
          List.of(
              TextNode.valueOf("sender00"), TextNode.valueOf("sender01"), DoubleNode.valueOf(1.0)));

  @TempDir Path directory;

  private final TestCommands commands = new TestCommands("development", CLOCK);
  private final Map<Integer, List<PactCommand>> sent = new ConcurrentHashMap<>();

  private PactCommand send(PactClient client, int chain) {
    PactCommand command =
        commands.exec(chain, TRANSFER, null, new SignerCapability("coin.GAS", List.of()), PAY);
    client.send(chain, command);
    sent.computeIfAbsent(chain, each -> new ArrayList<>()).add(command);
    return command;
  }

  private BigDecimal balance(PactClient client, int chain) {
    JsonNode value = client.local(chain, commands.exec(chain, "(coin.get-balance \"sender01\")"));
    return value.isObject() ? new BigDecimal(value.get("decimal").asText()) : value.decimalValue();
  }

  @Test
  void fiveBlocksOnThreeChains_underLoad() throws InterruptedException {
    try (TestNetwork network =
        TestNetwork.start(TestNetwork.settings().withDirectory(directory), CLOCK)) {
      PactClient client = network.client();
      BigDecimal before = balance(client, 0);
      for (int round = 0; round < 8; round++) {
        for (int chain = 0; chain < 20; chain++) {
          send(client, chain);
        }
        network.mine(1);
      }
      assertThat(balance(client, 7).subtract(before)).isEqualByComparingTo("8");
      Hash lost = network.web().frontier().of(new ChainId(7)).hash();
      Thread load = new Thread(() -> loadAllChains(network.client()), "load");
      load.start();
      Reorganisation change = network.devnet().control().reorganise(CHOSEN, 5);
      load.join();
      checkOrphans(network, change);
      checkPending(client, change);
      assertThat(network.store().header(new ChainId(7), lost)).isPresent();
      assertThat(balance(client, 7).subtract(before)).isEqualByComparingTo("3");
      network.mine(3);
      checkMinedOnce(network, before);
    }
  }

  private void loadAllChains(PactClient client) {
    for (int i = 0; i < 60; i++) {
      send(client, i % 20);
    }
  }

  // Chain 5 is a neighbour of 0 and 7; 12, 14 and 3 of 13; chain 1 is two steps off.
  private static void checkOrphans(TestNetwork network, Reorganisation change) {
    Map<Integer, Long> lost =
        change.orphaned().stream()
            .collect(Collectors.groupingBy(block -> block.chain().value(), Collectors.counting()));
    assertThat(lost).containsEntry(0, 5L).containsEntry(7, 5L).containsEntry(13, 5L);
    assertThat(lost).containsEntry(5, 4L).containsEntry(12, 4L).containsEntry(11, 3L);
    for (Block orphan : change.orphaned()) {
      List<Hash> hashes =
          network.store().headersAt(orphan.chain(), orphan.height()).stream()
              .map(header -> header.hash())
              .toList();
      assertThat(hashes).hasSize(2).element(1).isEqualTo(orphan.header().hash());
    }
    assertThat(change.adopted()).allMatch(block -> block.payload().transactions().isEmpty());
    network.web().check();
  }

  private void checkPending(PactClient client, Reorganisation change) {
    Set<Hash> returned = new HashSet<>(change.returned());
    assertThat(returned).hasSameSizeAs(change.returned()).isNotEmpty();
    sent.forEach(
        (chain, each) -> {
          for (PactCommand command : each) {
            if (returned.contains(command.hash())) {
              assertThat(client.poll(chain, command, 0).isEmpty()).isTrue();
            }
          }
        });
  }

  private void checkMinedOnce(TestNetwork network, BigDecimal before) {
    long all = sent.values().stream().mapToLong(List::size).sum();
    assertThat(network.web().check()).isEqualTo(all);
    for (int chain = 0; chain < 20; chain++) {
      for (PactCommand command : sent.get(chain)) {
        assertThat(network.client().poll(chain, command, 0).isEmpty()).isFalse();
      }
      assertThat(balance(network.client(), chain).subtract(before))
          .isEqualByComparingTo(BigDecimal.valueOf(sent.get(chain).size()));
    }
  }

  @Test
  void branch_isTheWinnerAfterARestart() {
    DevnetSettings settings = TestNetwork.settings().withDirectory(directory);
    BigDecimal balance;
    Hash head;
    try (TestNetwork network = TestNetwork.start(settings, CLOCK)) {
      PactCommand command = send(network.client(), 2);
      network.mine(3);
      network.devnet().control().reorganise(Set.of(new ChainId(2)), 3);
      assertThat(network.client().poll(2, command, 0).isEmpty()).isTrue();
      balance = balance(network.client(), 2);
      head = network.web().frontier().of(new ChainId(2)).hash();
    }
    try (TestNetwork network = TestNetwork.start(settings, CLOCK)) {
      assertThat(network.web().frontier().of(new ChainId(2)).hash()).isEqualTo(head);
      assertThat(balance(network.client(), 2)).isEqualByComparingTo(balance);
      network.mine(2);
      network.web().check();
      PactCommand late = send(network.client(), 2);
      network.mine(1);
      assertThat(network.client().poll(2, late, 0).isEmpty()).isFalse();
    }
  }

  @Test
  void local_looksBackOnTheNewBranch() {
    DevnetSettings settings = TestNetwork.settings().withDirectory(directory).withStateBlocks(6);
    try (TestNetwork network = TestNetwork.start(settings, CLOCK)) {
      PactClient client = network.client();
      BigDecimal before = balance(client, 3);
      // Genesis is too old for today's transactions.
      network.mine(1);
      for (int i = 0; i < 4; i++) {
        send(client, 3);
        network.mine(1);
      }
      network.devnet().control().reorganise(Set.of(new ChainId(3)), 2);
      // Blocks 2 and 3 hold a transfer each, 4 to 6 none, 7 what came back.
      network.mine(1);
      assertThat(rewound(client, 0).subtract(before)).isEqualByComparingTo("4");
      assertThat(rewound(client, 1).subtract(before)).isEqualByComparingTo("2");
      assertThat(rewound(client, 5).subtract(before)).isEqualByComparingTo("1");
      // Far enough for the orphans' rows to be pruned.
      network.mine(40);
      assertThat(rewound(client, 6).subtract(before)).isEqualByComparingTo("4");
      assertThat(rewindAnswer(client, 7)).contains("the state of its last 6 blocks only");
    }
  }

  private BigDecimal rewound(PactClient client, int depth) {
    JsonNode data = NodeClient.json(rewindAnswer(client, depth)).at("/result/data");
    return data.isObject() ? new BigDecimal(data.get("decimal").asText()) : data.decimalValue();
  }

  private String rewindAnswer(PactClient client, int depth) {
    PactCommand query = commands.exec(3, "(coin.get-balance \"sender01\")");
    return client.node().post(client.path(3, "local?rewindDepth=" + depth), query.toJson()).body();
  }

  @Test
  void request_thatCannotBeMetIsRefusedInASentence() {
    try (TestNetwork network =
        TestNetwork.start(TestNetwork.settings(), CLOCK, StubContracts::new)) {
      network.mine(2);
      Set<ChainId> chosen = Set.of(new ChainId(0));
      assertThatThrownBy(() -> network.devnet().control().reorganise(chosen, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Chain 0 has 2 blocks above its genesis, not 3.");
      assertThatThrownBy(() -> network.devnet().control().reorganise(chosen, 0))
          .hasMessage("A reorganisation replaces 1 to 1000 blocks, not 0.");
      assertThatThrownBy(() -> network.devnet().control().reorganise(Set.of(), 1))
          .hasMessage("A reorganisation needs at least one chain.");
      assertThatThrownBy(() -> network.devnet().control().reorganise(Set.of(new ChainId(20)), 1))
          .hasMessage("There is no chain 20.");
      network.devnet().control().reorganise(chosen, 2);
      assertThat(network.height(0)).isEqualTo(3);
      network.web().check();
    }
  }

  @Test
  void heldChain_staysBehindAndCatchesUp() {
    try (TestNetwork network =
        TestNetwork.start(TestNetwork.settings(), CLOCK, StubContracts::new)) {
      network.mine(2);
      ChainId held = new ChainId(0);
      network.devnet().control().hold(held);
      assertThat(network.devnet().control().held()).containsExactly(held);
      network.mine(10);
      // Its neighbour, one two steps off, and one at the graph's other end.
      assertThat(network.height(0)).isEqualTo(2);
      assertThat(network.height(5)).isEqualTo(3);
      assertThat(network.height(7)).isEqualTo(4);
      assertThat(network.web().frontier().headers())
          .allMatch(header -> header.height().compareTo(new BlockHeight(5)) <= 0);
      assertThatThrownBy(() -> network.devnet().control().reorganise(Set.of(new ChainId(7)), 1))
          .hasMessage("The other branch cannot become heavier while chains are held.");
      network.devnet().control().release(held);
      network.mine(6);
      assertThat(network.web().frontier().headers())
          .allMatch(header -> header.height().equals(network.web().frontier().height()));
      network.web().check();
    }
  }
}
