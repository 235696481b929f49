package dev.cairn.proof.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.trust.PinnedBlock;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.proof.fixture.SignedBatch;
import dev.cairn.proof.fixture.TestChain;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GetTrustTest {
  @TempDir Path dir;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    stage = new Stage(dir);
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  private TrustFile trust(String query) throws Exception {
    HttpResponse<byte[]> response = stage.get("/v1/trust" + query);
    assertThat(response.statusCode()).isEqualTo(200);
    return TrustFile.parse(response.body());
  }

  private Evidence evidence(SignedBatch batch) throws Exception {
    return Evidence.parse(stage.get("/v1/evidence/" + batch.eventId(0)).body());
  }

  @Test
  void freshInstance_trustsWhatIsConfigured() throws Exception {
    assertThat(trust("")).isEqualTo(TestChain.trust());
  }

  @Test
  void provedBatches_pinTheirBlocksAndLastConfirmations() throws Exception {
    Evidence one = evidence(stage.proveBatch(1, 1));
    Evidence two = evidence(stage.proveBatch(2, 1));
    assertThat(trust("").network(TestChain.NETWORK).orElseThrow().blocks())
        .containsExactlyInAnyOrder(
            PinnedBlock.of(one.anchor().block()),
            PinnedBlock.of(one.anchor().headers().get(TestChain.CONFIRMATIONS)),
            PinnedBlock.of(two.anchor().block()),
            PinnedBlock.of(two.anchor().headers().get(TestChain.CONFIRMATIONS)));
  }

  @Test
  void since_leavesOutEarlierBlocks() throws Exception {
    evidence(stage.proveBatch(1, 1));
    Evidence two = evidence(stage.proveBatch(2, 1));
    String since = two.anchor().block().creationTime().toString();
    assertThat(trust("?since=" + since).network(TestChain.NETWORK).orElseThrow().blocks())
        .containsExactlyInAnyOrder(
            PinnedBlock.of(two.anchor().block()),
            PinnedBlock.of(two.anchor().headers().get(TestChain.CONFIRMATIONS)));
    assertThat(trust("?since=9999-01-01T00:00:00Z")).isEqualTo(TestChain.trust());
  }

  @Test
  void head_isAnsweredWithoutABody() throws Exception {
    assertThat(stage.head("/v1/trust").statusCode()).isEqualTo(200);
    assertThat(stage.head("/v1/trust").body()).isEmpty();
  }
}
