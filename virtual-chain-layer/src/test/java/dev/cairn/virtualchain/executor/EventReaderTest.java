package dev.cairn.virtualchain.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class EventReaderTest {

  private static EventReader reading(String text) {
    return new EventReader(new Buffer().writeUtf8(text));
  }

  @Test
  void next_eventsOfEveryForm_givesTheirData() throws IOException {
    EventReader events =
        reading(
            "\n: comment\nevent:BlockHeader\ndata:{\"a\":1}\n\ndata: two\r\ndata:lines\r\n\r\nid:1\n\n");

    assertThat(events.next()).contains("{\"a\":1}");
    assertThat(events.next()).contains("two\nlines");
    assertThat(events.next()).isEmpty();
  }

  @Test
  void next_eventCutOffAtTheEnd_isNotGiven() throws IOException {
    assertThat(reading("data:whole\n\ndata:cut off\n").next()).contains("whole");
    EventReader events = reading("data:cut off\n");
    assertThat(events.next()).isEmpty();
  }

  @Test
  void next_lineOverTheCap_isRefused() {
    String line = "data:" + "x".repeat((int) EventReader.MAX_LINE_BYTES + 1);

    assertThatThrownBy(() -> reading(line + "\n\n").next())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not end within");
  }

  @Test
  void next_endlessEvent_isRefused() {
    String line = "data:" + "x".repeat(60_000) + "\n";

    assertThatThrownBy(() -> reading(line.repeat(6)).next())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("characters is not read");
  }
}
