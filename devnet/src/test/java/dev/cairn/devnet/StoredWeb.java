package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.HeaderRules;
import dev.cairn.chainweb.header.ParentHeaders;
import dev.cairn.chainweb.spv.SpvChecker;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.block.Frontier;
import dev.cairn.devnet.block.Place;
import dev.cairn.devnet.spv.OutputProver;
import dev.cairn.devnet.store.ChainStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The web of blocks in a store, checked by chainweb's rules from genesis to the newest block. */
record StoredWeb(ChainStore store, ChainwebVersion version) {

  Frontier frontier() {
    return new Frontier(store.heads());
  }

  /** Blocks of all winning branches, genesis included. */
  long blocks() {
    return store.heads().stream().mapToLong(head -> head.height().value() + 1).sum();
  }

  /**
   * Checks each header (hash, parents, braiding, target, weight, times), each payload, and that no
   * transaction is in two blocks of its chain; gives the number of transactions.
   */
  long check() {
    HeaderRules rules = new HeaderRules(version);
    List<BlockHeader> before = row(0);
    before.forEach(header -> assertThat(rules.checkAlone(header)).isEmpty());
    List<Set<Hash>> seen = new ArrayList<>();
    before.forEach(header -> seen.add(new HashSet<>()));
    long highest = store.heads().stream().mapToLong(x -> x.height().value()).max().orElseThrow();
    for (long height = 1; height <= highest; height++) {
      List<BlockHeader> present = row(height);
      for (BlockHeader header : present) {
        assertThat(rules.check(header, parents(before, header)))
            .as("chain %s height %s", header.chainId(), header.height())
            .isEmpty();
        checkPayload(store.blockOf(header), seen.get(header.chainId().value()));
      }
      before = present;
    }
    return seen.stream().mapToLong(Set::size).sum();
  }

  private List<BlockHeader> row(long height) {
    return version
        .latestGraph()
        .chains()
        .flatMap(chain -> store.headerAt(chain, new BlockHeight(height)).stream())
        .toList();
  }

  private ParentHeaders parents(List<BlockHeader> row, BlockHeader header) {
    List<ChainId> adjacents = version.latestGraph().adjacents(header.chainId());
    BlockHeader parent = of(row, header.chainId());
    return ParentHeaders.of(parent, adjacents.stream().map(chain -> of(row, chain)).toList());
  }

  private static BlockHeader of(List<BlockHeader> row, ChainId chain) {
    return row.stream().filter(x -> x.chainId().equals(chain)).findFirst().orElseThrow();
  }

  private void checkPayload(Block block, Set<Hash> seen) {
    assertThat(block.payload().hasValidHashes()).isTrue();
    int index = 0;
    for (Hash key : block.requestKeys()) {
      assertThat(seen.add(key)).as("%s is mined once", key).isTrue();
      Place place = new Place(block.header().hash(), block.height(), index++);
      assertThat(store.find(block.chain(), key)).contains(place);
    }
  }

  /** Proves each transaction of a chain to another chain and checks the proofs; their number. */
  int checkProofs(ChainId source, ChainId target) {
    ChainGraph graph = version.latestGraph();
    OutputProver prover = new OutputProver(store, this::frontier, graph);
    int proofs = 0;
    long last = frontier().height(source).value() - graph.diameter();
    for (long height = 1; height <= last; height++) {
      Block block = store.blockAt(source, new BlockHeight(height)).orElseThrow();
      for (int i = 0; i < block.payload().transactions().size(); i++) {
        SpvProof proof = prover.prove(new OutputProver.Found(block, i), target).orElseThrow();
        assertThat(SpvChecker.checkOutput(proof).output())
            .isEqualTo(block.payload().transactions().get(i).output());
        proofs++;
      }
    }
    return proofs;
  }
}
