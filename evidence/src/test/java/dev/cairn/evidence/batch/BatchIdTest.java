package dev.cairn.evidence.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchIdTest {
  private static final long TIME = 1_700_000_000_123L;

  @Test
  void id_survivesTextAndBytesAndKeepsItsTime() {
    BatchId id = BatchId.next(TIME, new Random(1));
    assertThat(BatchId.parse(id.toString())).isEqualTo(id);
    assertThat(BatchId.of(id.bytes())).isEqualTo(id);
    assertThat(id.unixMillis()).isEqualTo(TIME);
    assertThat(id.toString()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-.*");
  }

  @Test
  void later_sortsBehind() {
    Random random = new Random(2);
    BatchId first = BatchId.next(TIME, random);
    assertThat(BatchId.next(TIME + 1, random)).isGreaterThan(first);
    assertThat(BatchId.next((1L << 48) - 1, random)).isGreaterThan(first);
  }

  /** The example of RFC 9562 appendix A.6. */
  @Test
  void rfcExample_isRead() {
    assertThat(BatchId.parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f").unixMillis())
        .isEqualTo(0x017F22E279B0L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "017f22e2-79b0-4cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
        "017F22E2-79b0-7cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
        "17f22e2-79b0-7cc3-98c4-0dc0c0c07398f",
        "017f22e279b07cc398c4dc0c0c07398f0000"
      })
  void otherText_isRefused(String text) {
    assertThatThrownBy(() -> BatchId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
