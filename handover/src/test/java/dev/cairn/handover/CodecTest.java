package dev.cairn.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.evidence.batch.BatchId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(Entries.class)
@Domain(DomainContext.Global.class)
class CodecTest {

  private static final BatchEntryCodec WHOLE = BatchEntryCodec.whole();
  private static final AnchorEntryCodec ANCHORS = new AnchorEntryCodec();
  private static final BatchEntry OPENED =
      new BatchEntry.Opened(BatchId.next(1, new Random(1)), "default", 3, 1);

  @Property(tries = 300)
  void batchEntry_readsBackAsWritten(@ForAll BatchEntry entry) {
    assertThat(WHOLE.decode(WHOLE.encode(entry))).isEqualTo(entry);
  }

  @Property(tries = 300)
  void batchEntryByReference_readsBackFromItsRows(@ForAll BatchEntry entry) {
    Map<BatchId, List<AcceptedEvent>> rows = new HashMap<>();
    if (entry instanceof BatchEntry.Closed closed) {
      rows.put(closed.batchId(), closed.batch().events());
    }
    BatchEntryCodec codec = BatchEntryCodec.byReference(rows::get);

    assertThat(codec.decode(codec.encode(entry))).isEqualTo(entry);
  }

  @Property(tries = 300)
  void anchorEntry_readsBackAsWritten(@ForAll AnchorEntry entry) {
    assertThat(ANCHORS.decode(ANCHORS.encode(entry))).isEqualTo(entry);
  }

  @Property(tries = 300)
  void tornEntry_isRefused(@ForAll BatchEntry entry, @ForAll @IntRange(max = 10_000) int at) {
    byte[] bytes = WHOLE.encode(entry);
    assertRefused(Arrays.copyOf(bytes, at % bytes.length));
    assertRefused(Arrays.copyOf(bytes, bytes.length + 1));
  }

  @Property(tries = 300)
  void alteredEntry_isRefused(@ForAll BatchEntry entry, @ForAll @IntRange(max = 99_999) int at) {
    byte[] bytes = WHOLE.encode(entry);
    bytes[at / 8 % bytes.length] ^= (byte) (1 << at % 8);
    assertRefused(bytes);
  }

  // The checksum is right here, so that the reader itself meets the nonsense.
  @Property(tries = 500)
  void sealedNonsense_isRefusedAsMalformed(@ForAll byte[] body) {
    byte[] bytes = new ByteWriter().u8(1).raw(body).seal();
    assertThat(refusal(() -> WHOLE.decode(bytes))).isInstanceOf(MalformedEntryException.class);
    assertThat(refusal(() -> ANCHORS.decode(bytes))).isInstanceOf(MalformedEntryException.class);
  }

  @Test
  void unknownVersion_isRefusedByName() {
    byte[] bytes = new ByteWriter().u8(2).seal();
    assertThatThrownBy(() -> WHOLE.decode(bytes))
        .isInstanceOf(MalformedEntryException.class)
        .hasMessage("It is of format version 2; this program knows version 1.");
    assertThatThrownBy(() -> ANCHORS.decode(bytes)).hasMessageContaining("format version 2");
  }

  @Test
  void unknownKind_isRefusedByName() {
    byte[] bytes = new ByteWriter().u8(1).u8(9).seal();
    assertThatThrownBy(() -> WHOLE.decode(bytes)).hasMessageContaining("kind 9");
  }

  @Test
  void superfluousBytes_areRefused() {
    byte[] bytes = WHOLE.encode(OPENED);
    byte[] body = Arrays.copyOf(bytes, bytes.length - Integer.BYTES);
    assertThatThrownBy(() -> WHOLE.decode(new ByteWriter().raw(body).u8(0).seal()))
        .hasMessage("It has 1 superfluous bytes at offset 41.");
  }

  @Test
  void hugeCount_isRefusedBeforeAnythingIsAllocated() {
    byte[] bytes = new ByteWriter().i32(Integer.MAX_VALUE).toBytes();
    assertThatThrownBy(() -> new ByteReader(bytes).count(32))
        .hasMessage("It announces 2147483647 items at offset 0, more than its bytes can hold.");
  }

  @Test
  void missingRow_isNamed() {
    ClosedBatch batch =
        new ClosedBatch(
            OPENED.batchId(), "default", 0, 1, 2, 3, List.of(Entries.events().sample()));
    BatchEntryCodec codec = BatchEntryCodec.byReference(id -> List.of());
    byte[] bytes = codec.encode(new BatchEntry.Closed(batch));

    assertThatThrownBy(() -> codec.decode(bytes))
        .hasMessage("Batch " + batch.id() + " closed with 1 events; 0 rows are there.");
  }

  private static void assertRefused(byte[] bytes) {
    assertThatThrownBy(() -> WHOLE.decode(bytes))
        .isInstanceOf(MalformedEntryException.class)
        .hasMessageStartingWith("It is torn");
  }

  private static RuntimeException refusal(Runnable decoding) {
    try {
      decoding.run();
    } catch (RuntimeException e) {
      return e;
    }
    throw new AssertionError("Nonsense was read.");
  }
}
