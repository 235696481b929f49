package dev.cairn.chainweb.spv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.TieBreak;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.Genesis;
import dev.cairn.chainweb.header.NextHeader;
import dev.cairn.chainweb.header.ParentHeaders;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.payload.TransactionWithOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proofs on graphs of every degree: header trees of 11 to 14 items. */
class SpvGraphsTest {

  private static final int HEIGHT = 6;
  private static final int DEEP = 2_000;
  private static final int TRANSACTIONS = 3;

  private final Map<Hash, BlockHeader> byHash = new HashMap<>();
  private final Map<ChainId, Map<Long, BlockHeader>> byPlace = new HashMap<>();

  static Stream<ChainGraph> graphs() {
    return Stream.of(
        ChainGraph.SINGLETON,
        ChainGraph.PAIR,
        ChainGraph.TRIANGLE,
        ChainGraph.PETERSEN,
        ChainGraph.TWENTY);
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void proofsBetweenAnyTwoChains_holdAndShowTheirSource(ChainGraph graph) {
    grow(ChainwebVersion.privateNetwork("grown", 99, graph), HEIGHT);
    graph.chains().forEach(from -> graph.chains().forEach(to -> checkAllDepths(graph, from, to)));
  }

  /** A proof of 2,000 parents on one chain: no depth that a node looks back is too deep. */
  @Test
  void proofFarBelowItsTarget_holds() {
    grow(ChainwebVersion.privateNetwork("deep", 98, ChainGraph.SINGLETON), DEEP);
    ChainId chain = new ChainId(0);
    SpvRoute route = new SpvRoute(ChainGraph.SINGLETON, TieBreak.NUMERIC, byHash::get);
    SpvSource walked = route.walk(at(chain, DEEP), at(chain, 1), payload(chain));
    SpvProof proof = SpvProof.parse(SpvProofs.proveOutput(walked, 1).toJson());
    assertThat(SpvChecker.checkOutput(proof, 1).root()).isEqualTo(at(chain, DEEP).hash());
  }

  @Test
  void routeThatIsNone_isRefused() {
    grow(ChainwebVersion.privateNetwork("pair", 97, ChainGraph.PAIR), HEIGHT);
    ChainId zero = new ChainId(0);
    ChainId one = new ChainId(1);
    SpvRoute right = new SpvRoute(ChainGraph.PAIR, TieBreak.NUMERIC, byHash::get);
    assertThatThrownBy(() -> right.walk(at(one, 2), at(zero, 3), payload(zero)))
        .hasMessageContaining("is not an ancestor");
    SpvRoute wrong = new SpvRoute(ChainGraph.TRIANGLE, TieBreak.NUMERIC, byHash::get);
    BlockHeader otherChain = at(zero, 3).withSolution(1, at(zero, 3).creationTime());
    assertThatThrownBy(() -> wrong.walk(at(one, 5), otherChain, payload(zero)))
        .hasMessageContaining("is not an ancestor");
    SpvRoute twenty = new SpvRoute(ChainGraph.TWENTY, TieBreak.NUMERIC, byHash::get);
    assertThatThrownBy(() -> twenty.walk(at(one, 5), at(zero, 1), payload(zero)))
        .hasMessageContaining("has no adjacent parent on chain 11");
  }

  private void checkAllDepths(ChainGraph graph, ChainId from, ChainId to) {
    BlockHeader source = at(from, 1);
    SpvRoute route = new SpvRoute(graph, TieBreak.NUMERIC, byHash::get);
    for (long height = route.minimalTargetHeight(source, to).value();
        height <= HEIGHT;
        height += 2) {
      BlockHeader target = at(to, height);
      SpvSource walked = route.walk(target, source, payload(from));
      for (int index = 0; index < TRANSACTIONS; index++) {
        checkBothKinds(walked, index);
      }
    }
  }

  private static void checkBothKinds(SpvSource source, int index) {
    SpvProof ofOutput = SpvProofs.proveOutput(source, index);
    CheckedOutput output = SpvChecker.checkOutput(ofOutput, index);
    assertThat(output.root()).isEqualTo(source.target().hash());
    assertThat(output.source()).isEqualTo(source.sourceBlock().chainId());
    assertThat(output.target()).isEqualTo(source.target().chainId());
    assertThat(output.output().text()).isEqualTo("output " + index);
    CheckedTransaction transaction =
        SpvChecker.checkTransaction(SpvProofs.proveTransaction(source, index), index);
    assertThat(transaction.root()).isEqualTo(source.target().hash());
    assertThat(transaction.transaction().text()).isEqualTo("transaction " + index);
    for (int bit = 0; bit < Long.SIZE - 1; bit++) {
      SpvProof other = atPosition(ofOutput, ofOutput.object().position() ^ (1L << bit));
      assertThat(Flips.isAccepted(() -> SpvChecker.checkOutput(other).root().equals(output.root())))
          .isFalse();
    }
  }

  private static SpvProof atPosition(SpvProof proof, long position) {
    return new SpvProof(
        proof.chain(), new InclusionProof(position, proof.object().steps()), proof.subject());
  }

  private void grow(ChainwebVersion version, int upTo) {
    version
        .latestGraph()
        .chains()
        .forEach(chain -> put(Genesis.header(version, chain, payload(chain).payloadHash())));
    for (long height = 1; height <= upTo; height++) {
      for (ChainId chain : version.latestGraph().chains().toList()) {
        put(next(version, chain, height));
      }
    }
  }

  private BlockHeader next(ChainwebVersion version, ChainId chain, long height) {
    List<BlockHeader> adjacents =
        version.latestGraph().adjacents(chain).stream()
            .map(neighbour -> at(neighbour, height - 1))
            .toList();
    ParentHeaders parents = ParentHeaders.of(at(chain, height - 1), adjacents);
    BlockTime time = new BlockTime(parents.latestTime().micros() + version.blockDelayMicros());
    return NextHeader.build(version, parents, payload(chain).payloadHash(), time);
  }

  private void put(BlockHeader header) {
    byHash.put(header.hash(), header);
    byPlace
        .computeIfAbsent(header.chainId(), chain -> new HashMap<>())
        .put(header.height().value(), header);
  }

  private BlockHeader at(ChainId chain, long height) {
    return byPlace.get(chain).get(height);
  }

  private static PayloadWithOutputs payload(ChainId chain) {
    List<TransactionWithOutput> transactions =
        IntStream.range(0, TRANSACTIONS)
            .mapToObj(
                i ->
                    new TransactionWithOutput(
                        Bytes.utf8("transaction " + i), Bytes.utf8("output " + i)))
            .toList();
    return PayloadWithOutputs.of(
        Bytes.utf8("miner of " + chain), Bytes.utf8("coinbase"), transactions);
  }
}
