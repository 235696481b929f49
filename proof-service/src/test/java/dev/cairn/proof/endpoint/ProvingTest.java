package dev.cairn.proof.endpoint;

import static dev.cairn.proof.endpoint.Stage.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.proof.fixture.SignedBatch;
import dev.cairn.virtualchain.coordinator.AnchorProof;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs that come late, come wrong, or come for what is no longer so. */
class ProvingTest {
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

  private String state(SignedBatch batch) throws Exception {
    return json(stage.get("/v1/batches/" + batch.id())).path("state").asText();
  }

  @Test
  void nodesAway_batchStaysFinalAndIsProvedWhenTheyAreBack() throws Exception {
    stage.chain.setDown(true);
    SignedBatch batch = stage.finishBatch(1, 3);
    await().until(() -> stage.service().failedTries() >= 3);
    assertThat(state(batch)).isEqualTo("final");
    stage.chain.setDown(false);
    stage.awaitProved(batch);
    await().until(() -> stage.service().due() == 0);
  }

  @Test
  void batchThatCannotBeProved_doesNotHoldUpOthers() throws Exception {
    for (int i = 0; i < 5; i++) {
      SignedBatch stuck = stage.closeBatch(i, 1);
      AnchorProof proof = stage.chain.anchor("stuck " + i, stuck);
      stage.chain.breakProofsOf(proof.requestKey());
      stage.tellFinal(stuck, proof);
    }
    SignedBatch good = stage.proveBatch(10, 3);
    assertThat(state(good)).isEqualTo("proved");
    assertThat(stage.service().due()).isEqualTo(5);
  }

  @Test
  void restartWhileNodesAreAway_takesTheBatchUpAgain() throws Exception {
    stage.chain.setDown(true);
    SignedBatch batch = stage.finishBatch(1, 3);
    assertThat(state(batch)).isEqualTo("final");
    stage.restart();
    stage.chain.setDown(false);
    stage.awaitProved(batch);
  }

  @Test
  void proofOfAnotherBlock_isNotPublished() throws Exception {
    SignedBatch batch = stage.closeBatch(1, 3);
    AnchorProof told = stage.chain.anchor("told", batch);
    stage.chain.swap(told.requestKey(), stage.chain.anchor("other", batch));
    stage.tellFinal(batch, told);
    await().until(() -> stage.service().failedTries() >= 2);
    assertThat(state(batch)).isEqualTo("final");
    stage.chain.swap(told.requestKey(), told);
    stage.awaitProved(batch);
  }

  @Test
  void proofThatDoesNotHold_isNotPublished() throws Exception {
    SignedBatch batch = stage.closeBatch(1, 3);
    SignedBatch other = SignedBatch.of(2, 3);
    stage.tellFinal(batch, stage.chain.anchor("of another batch", other));
    await().until(() -> stage.service().failedTries() >= 2);
    assertThat(state(batch)).isEqualTo("final");
  }

  @Test
  void proofWithTooFewConfirmations_isNotPublished() throws Exception {
    SignedBatch batch = stage.closeBatch(1, 3);
    AnchorProof whole = stage.chain.anchor("whole", batch);
    AnchorProof shortOne =
        new AnchorProof(
            whole.chain(),
            whole.requestKey(),
            whole.transactionIndex(),
            whole.headers().subList(0, 2),
            whole.spv());
    stage.chain.swap(whole.requestKey(), shortOne);
    stage.tellFinal(batch, whole);
    await().until(() -> stage.service().failedTries() >= 2);
    assertThat(state(batch)).isEqualTo("final");
  }

  @Test
  void anchorToldBeforeTheBatch_isProvedWhenTheBatchCloses() throws Exception {
    SignedBatch batch = SignedBatch.of(1, 3);
    stage.tellFinal(batch, stage.chain.anchor("early", batch));
    assertThat(stage.get("/v1/batches/" + batch.id()).statusCode()).isEqualTo(404);
    stage.batches.append(batch.opened());
    assertThat(state(batch)).isEqualTo("open");
    stage.batches.append(batch.closed());
    stage.awaitProved(batch);
  }
}
