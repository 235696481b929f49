package dev.cairn.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.receipt.DeviceKey;
import dev.cairn.handover.MalformedEntryException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventRunTest {

  private static final BatchId BATCH = BatchId.next(1, new Random(1));
  private static final DeviceKey DEVICE =
      new DeviceKey("acme", SigningKey.fromEd25519Seed(new byte[32]).didKey());

  private final EventRun run = new EventRun(BATCH, 7);

  private static StoredEvent event(int bytes, Optional<DeviceKey> device) {
    byte[] jws = new byte[bytes];
    Arrays.fill(jws, (byte) 'j');
    return new StoredEvent(jws, 1000 + bytes, 5, bytes, device);
  }

  @Test
  void row_isReadAsItWasWritten() {
    run.add(event(1, Optional.empty()));
    run.add(event(300, Optional.of(DEVICE)));
    List<StoredEvent> read = EventRun.decode(run.encode());
    assertThat(read).extracting(StoredEvent::receiptIndex).containsExactly(1, 300);
    assertThat(read).extracting(StoredEvent::acceptedAtMillis).containsExactly(1001L, 1300L);
    assertThat(read).extracting(StoredEvent::receiptNumber).containsExactly(5L, 5L);
    assertThat(read)
        .extracting(StoredEvent::device)
        .containsExactly(Optional.empty(), Optional.of(DEVICE));
    assertThat(read.get(1).jws()).isEqualTo(event(300, Optional.empty()).jws());
  }

  @Test
  void onlyTheNextLeaf_joins_whileThereIsRoom() {
    run.add(event(10, Optional.empty()));
    assertThat(run.takes(8)).isTrue();
    assertThat(run.takes(7)).isFalse();
    assertThat(run.takes(9)).isFalse();
    run.add(event(1 << 20, Optional.empty()));
    assertThat(run.takes(9)).isFalse();
  }

  @Test
  void alteredRow_isRefused_whateverByteItIs() {
    run.add(event(20, Optional.of(DEVICE)));
    byte[] row = run.encode();
    for (int i = 0; i < row.length; i++) {
      byte[] altered = row.clone();
      altered[i] ^= 4;
      assertThatThrownBy(() -> EventRun.decode(altered))
          .isInstanceOf(MalformedEntryException.class);
      byte[] cut = Arrays.copyOf(row, i);
      assertThatThrownBy(() -> EventRun.decode(cut)).isInstanceOf(MalformedEntryException.class);
    }
  }
}
