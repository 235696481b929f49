package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.HashTarget;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.mining.UnknownWorkException;
import dev.cairn.devnet.mining.UnsolvedException;
import dev.cairn.devnet.mining.Work;
import dev.cairn.devnet.mining.WorkDesk;
import dev.cairn.devnet.transaction.MinerAccount;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Blocks that clients of the mining API find nonces for. */
class WorkDeskTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final MinerAccount MINER =
      MinerAccount.ofKey(Devnet.testAccounts().get(1).publicKeyHex());

  private static TestNetwork start(DevnetSettings settings) {
    return TestNetwork.start(settings, CLOCK, StubContracts::new);
  }

  private static byte[] solution(BlockHeader header) {
    byte[] encoded = header.encode();
    return Arrays.copyOf(encoded, encoded.length - Hash.SIZE);
  }

  private static BlockHeader search(BlockHeader header) {
    BlockHeader tried = header;
    for (long nonce = 1; !tried.meetsTarget(); nonce++) {
      tried = header.withSolution(nonce, header.creationTime());
    }
    return tried;
  }

  @Test
  void chains_growByWorkAlone() throws Exception {
    DevnetSettings settings = TestNetwork.settings().withProofOfWork(DevnetSettings.EASY_WORK);
    try (TestNetwork network = start(settings)) {
      WorkDesk desk = network.devnet().desk();
      for (int block = 0; block < 45; block++) {
        Work work = desk.work(Optional.empty(), MINER);
        BlockHeader solved = search(work.header());
        assertThat(desk.solved(solution(solved)).hash()).isEqualTo(solved.hash());
        assertThat(network.web().frontier().of(solved.chainId()).hash()).isEqualTo(solved.hash());
      }
      assertThat(network.web().frontier().height().value()).isEqualTo(2);
      network.web().check();
    }
  }

  @Test
  void work_hasTheBytesOfTheMiningApi() {
    try (TestNetwork network = start(TestNetwork.settings())) {
      Work work = network.devnet().desk().work(Optional.of(new ChainId(7)), MINER);
      byte[] bytes = work.encode();
      assertThat(bytes).hasSize(322);
      assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt()).isEqualTo(7);
      assertThat(Arrays.copyOfRange(bytes, 4, 36)).isEqualTo(work.header().target().littleEndian());
      assertThat(Arrays.copyOfRange(bytes, 36, 322)).isEqualTo(solution(work.header()));
    }
  }

  @Test
  void wish_ofAChainThatHasToWaitGetsAnother() throws Exception {
    try (TestNetwork network = start(TestNetwork.settings().withGraph(ChainGraph.PAIR))) {
      WorkDesk desk = network.devnet().desk();
      Optional<ChainId> first = Optional.of(new ChainId(0));
      desk.solved(solution(desk.work(first, MINER).header()));
      assertThat(desk.work(first, MINER).header().chainId().value()).isEqualTo(1);
      Optional<ChainId> unknown = Optional.of(new ChainId(2));
      assertThat(desk.work(unknown, MINER).header().chainId().value()).isEqualTo(1);
    }
  }

  @Test
  void solution_countsOnceAndOnlyIfItWasAskedFor() throws Exception {
    try (TestNetwork network = start(TestNetwork.settings())) {
      WorkDesk desk = network.devnet().desk();
      byte[] solution = solution(desk.work(Optional.empty(), MINER).header());
      desk.solved(solution);
      assertThatThrownBy(() -> desk.solved(solution)).isInstanceOf(UnknownWorkException.class);
      byte[] cut = Arrays.copyOf(solution, 100);
      assertThatThrownBy(() -> desk.solved(cut))
          .isInstanceOf(MalformedException.class)
          .hasMessage("Solved work has 286 bytes, not 100.");
    }
  }

  @Test
  void solution_thatMissesTheTargetIsRefusedAndMayBeTriedAgain() throws Exception {
    HashTarget hard = new HashTarget(HashTarget.MAX.value().divide(BigInteger.valueOf(16)));
    try (TestNetwork network = start(TestNetwork.settings().withProofOfWork(hard))) {
      WorkDesk desk = network.devnet().desk();
      BlockHeader header = desk.work(Optional.empty(), MINER).header();
      BlockHeader missed = header;
      for (long nonce = 1; missed.meetsTarget(); nonce++) {
        missed = header.withSolution(nonce, header.creationTime());
      }
      byte[] wrong = solution(missed);
      assertThatThrownBy(() -> desk.solved(wrong))
          .isInstanceOf(UnsolvedException.class)
          .hasMessage("The solved header breaks rules: [PROOF_OF_WORK].");
      desk.solved(solution(search(header)));
      assertThat(network.height(header.chainId().value())).isEqualTo(1);
    }
  }

  @Test
  void solution_thatComesTooLateIsAnOrphan() throws Exception {
    try (TestNetwork network = start(TestNetwork.settings())) {
      WorkDesk desk = network.devnet().desk();
      ChainId chain = new ChainId(4);
      TestCommands commands = new TestCommands("development", CLOCK);
      network.mine(1);
      PactCommand command = commands.exec(4, "(+ 1 2)");
      network.client().send(4, command);
      BlockHeader slow = desk.work(Optional.of(chain), MINER).header();
      network.mine(1);
      BlockHeader winner = network.web().frontier().of(chain);
      BlockHeader late = slow.withSolution(77, slow.creationTime());
      desk.solved(solution(late));
      assertThat(network.web().frontier().of(chain)).isEqualTo(winner);
      assertThat(network.store().headersAt(chain, winner.height())).containsExactly(winner, late);
      network.mine(2);
      assertThat(network.web().check()).isEqualTo(1);
    }
  }
}
