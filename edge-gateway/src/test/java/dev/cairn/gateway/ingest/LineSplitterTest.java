package dev.cairn.gateway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

  private static final int MAX = 12;

  @Property(tries = 500)
  void lines_doNotDependOnHowTheBytesArrive(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 9) int chunk) {
    assertThat(split(text, chunk)).isEqualTo(split(text, text.length() + 1));
  }

  @Property(tries = 500)
  void lines_areThoseOfAPlainReading(@ForAll("texts") String text) {
    assertThat(split(text, 5)).isEqualTo(plain(text));
  }

  @Property(tries = 200)
  void memory_isBoundedByOneLine(@ForAll("texts") String text) {
    LineSplitter splitter = new LineSplitter(MAX, line -> {});
    for (int i = 0; i < text.length(); i++) {
      splitter.add(Buffer.buffer(text.substring(i, i + 1)));
      assertThat(splitter.held()).isLessThanOrEqualTo(MAX);
    }
  }

  @Test
  void quotes_areTakenOffOnce() {
    assertThat(split("\"a\"\n\"\n\"\"\"\"\n", 3)).containsExactly("a", "\"", "\"\"");
  }

  @Test
  void lastLine_needsNoLineFeed() {
    assertThat(split("a\nb", 1)).containsExactly("a", "b");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab \t\r\n\"").ofMaxLength(60);
  }

  /** Reads lines as a program without limits would. */
  private static List<String> plain(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String content = line.replaceAll("^[ \t\r]+|[ \t\r]+$", "");
      boolean quoted = content.length() > 1 && content.startsWith("\"") && content.endsWith("\"");
      String event = quoted ? content.substring(1, content.length() - 1) : content;
      if (line.length() > MAX) {
        lines.add("too long");
      } else if (!event.isEmpty()) {
        lines.add(event);
      }
    }
    return lines;
  }

  private static List<String> split(String text, int chunk) {
    List<String> lines = new ArrayList<>();
    LineSplitter splitter =
        new LineSplitter(
            MAX,
            line ->
                lines.add(
                    line.tooLong()
                        ? "too long"
                        : new String(line.bytes(), StandardCharsets.US_ASCII)));
    for (int i = 0; i < text.length(); i += chunk) {
      splitter.add(Buffer.buffer(text.substring(i, Math.min(text.length(), i + chunk))));
    }
    splitter.end();
    return lines;
  }
}
