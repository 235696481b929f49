package dev.cairn.proof.endpoint;

import static dev.cairn.proof.endpoint.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.handover.CorruptEntryException;
import dev.cairn.handover.JournalUnavailableException;
import dev.cairn.proof.fixture.SignedBatch;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked before the journals are read to their end. */
class CatchingUpTest {
  @TempDir Path dir;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    stage = new Stage(Stage.settings(dir).withWaiting(16, Duration.ofMillis(50)));
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void unknownId_whileJournalsAreBehind_isNot404() throws Exception {
    SignedBatch known = stage.proveBatch(1, 2);
    SignedBatch unread = SignedBatch.of(2, 2);
    stage.batches.troubleWith(new JournalUnavailableException("batches"));
    stage.batches.append(unread.opened());
    stage.batches.append(unread.closed());
    assertProblem(stage.get("/v1/batches/" + unread.id()), 503, "catching-up");
    assertProblem(stage.get("/v1/evidence/" + unread.eventId(0)), 503, "catching-up");
    assertProblem(stage.get("/v1/proof/" + unread.id()), 503, "catching-up");
    assertProblem(stage.get("/v1/audit/catalog"), 503, "catching-up");
    assertThat(stage.get("/v1/evidence/" + known.eventId(0)).statusCode()).isEqualTo(200);
    stage.batches.endTrouble();
    await().until(() -> stage.get("/v1/batches/" + unread.id()).statusCode() == 200);
  }

  @Test
  void corruptJournal_makesTheServiceNotReadyButServesWhatItHas() throws Exception {
    SignedBatch known = stage.proveBatch(1, 2);
    SignedBatch unread = SignedBatch.of(2, 2);
    stage.batches.troubleWith(new CorruptEntryException("batches", 3, "has a wrong checksum."));
    stage.batches.append(unread.opened());
    await().until(() -> !stage.service().ready());
    assertThat(stage.get("/v1/evidence/" + known.eventId(1)).statusCode()).isEqualTo(200);
    assertProblem(stage.get("/v1/batches/" + unread.id()), 503, "catching-up");
    stage.batches.endTrouble();
    stage.restart();
    assertThat(stage.get("/v1/batches/" + unread.id()).statusCode()).isEqualTo(200);
  }
}
