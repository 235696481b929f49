package dev.cairn.proof.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.evidence.trust.PinnedBlock;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.trust.TrustedNetwork;
import dev.cairn.proof.fixture.Batches;
import dev.cairn.proof.fixture.TestChain;
import dev.cairn.proof.life.BlockPlace;
import dev.cairn.proof.store.Pin;
import dev.cairn.proof.trust.InstanceTrust;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrustTextTest {
  private static final List<Pin> PINS =
      IntStream.range(0, 10).mapToObj(TrustTextTest::pin).toList();

  private static Pin pin(int height) {
    BlockPlace block =
        new BlockPlace(new ChainId(1), new BlockHeight(height), Hash.parse(Batches.block(height)));
    return new Pin(new BlockTime(height), block);
  }

  /** The text written in pages of a size, read back. */
  private static TrustFile written(TrustFile base, int page) {
    TrustText text = TrustText.of(base, TestChain.NETWORK);
    StringBuilder file = new StringBuilder(text.before());
    boolean first = !text.hasBlocks();
    for (int from = 0; from < PINS.size(); from += page) {
      file.append(TrustText.items(PINS.subList(from, Math.min(from + page, 10)), first));
      first = false;
    }
    return TrustFile.parse(file.append(text.after()).toString().getBytes(UTF_8));
  }

  private static Set<PinnedBlock> blocks(TrustFile trust) {
    return trust.network(TestChain.NETWORK).orElseThrow().blocks();
  }

  @Test
  void pagesOfAnySize_giveOneFile() {
    for (int page = 1; page <= 11; page++) {
      assertThat(blocks(written(TestChain.trust(), page))).hasSize(10);
    }
  }

  @Test
  void configuredBlocksAndNetworks_areKept() {
    PinnedBlock own =
        new PinnedBlock(new ChainId(2), new BlockHeight(3), Hash.parse(Batches.block(77)));
    TrustFile base = InstanceTrust.withBlocks(TestChain.trust(), TestChain.NETWORK, Set.of(own));
    Map<String, TrustedNetwork> networks = new HashMap<>(base.networks());
    networks.put("zz-other", base.networks().get(TestChain.NETWORK));
    TrustFile both = new TrustFile(networks, base.gatewayKeys(), base.signers());
    assertThat(blocks(written(both, 4))).hasSize(11).contains(own);
    assertThat(written(both, 4).network("zz-other")).isPresent();
  }
}
