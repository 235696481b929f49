package dev.cairn.ingestor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.MalformedEntryException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerRowsTest {

  private static final ChainId CHAIN = new ChainId(19);

  private static PendingBatch batch(long millis) {
    BatchId id = BatchId.next(millis, new Random(millis));
    return new PendingBatch(id, CHAIN, Hash.of(new byte[32]), 1_000, millis);
  }

  private static Submission submission(Optional<Submission.Place> place) {
    PactCommand command = PactCommand.of(Bytes.utf8("{\"nonce\":\"ü\"}"), List.of("ab", "cd"));
    return new Submission(CHAIN, command, List.of(batch(1), batch(2)), 1_767_225_600L, 3, place);
  }

  @Test
  void batch_encodedAndDecoded_isEqual() {
    assertThat(LedgerRows.decodeBatch(LedgerRows.encode(batch(5)))).isEqualTo(batch(5));
  }

  @Test
  void submission_encodedAndDecoded_isEqual() {
    Submission.Place place = new Submission.Place(new BlockHeight(77), Hash.of(new byte[32]));
    for (Optional<Submission.Place> each :
        List.of(Optional.<Submission.Place>empty(), Optional.of(place))) {
      assertThat(LedgerRows.decodeSubmission(LedgerRows.encode(submission(each))))
          .isEqualTo(submission(each));
    }
  }

  @Test
  void decode_anyByteAlteredOrMissing_isRefused() {
    byte[] good = LedgerRows.encode(submission(Optional.empty()));
    for (int i = 0; i < good.length; i++) {
      byte[] altered = good.clone();
      altered[i] ^= 1;
      byte[] cut = Arrays.copyOf(good, i);
      assertThatThrownBy(() -> LedgerRows.decodeSubmission(altered))
          .isInstanceOf(MalformedEntryException.class);
      assertThatThrownBy(() -> LedgerRows.decodeSubmission(cut))
          .isInstanceOf(MalformedEntryException.class);
    }
  }

  @Test
  void keys_ofBatches_sortByChainAndTime() {
    PendingBatch early = batch(1_000);
    PendingBatch late = batch(2_000);
    PendingBatch other = new PendingBatch(early.id(), new ChainId(20), early.root(), 1, 0);

    assertThat(Arrays.compareUnsigned(LedgerRows.key(early), LedgerRows.key(late))).isNegative();
    assertThat(Arrays.compareUnsigned(LedgerRows.key(late), LedgerRows.key(other))).isNegative();
    assertThat(LedgerRows.chainOfKey(LedgerRows.key(early))).isEqualTo(CHAIN);
  }
}
