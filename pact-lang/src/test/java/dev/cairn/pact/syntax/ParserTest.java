package dev.cairn.pact.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.pact.error.ErrorType;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

public class ParserTest {

  static Stream<String> accepted() throws IOException {
    return texts("accept");
  }

  static Stream<String> rejected() throws IOException {
    return texts("reject");
  }

  private static Stream<String> texts(String member) throws IOException {
    try (InputStream file = ParserTest.class.getResourceAsStream("/vectors/syntax.json")) {
      JsonNode cases = new ObjectMapper().readTree(file).get(member);
      return StreamSupport.stream(cases.spliterator(), false).map(c -> c.get("text").asText());
    }
  }

  @ParameterizedTest
  @MethodSource("accepted")
  public void program_acceptsPrograms(String text) {
    assertThat(Parser.program(text)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("rejected")
  public void program_refusesOtherTexts(String text) {
    assertThatThrownBy(() -> Parser.program(text))
        .isInstanceOfSatisfying(
            PactException.class, failure -> assertThat(failure.type()).isEqualTo(ErrorType.SYNTAX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "[", "{'a:", "(f {'a := b} ", "(module m G (defun f (a:[", "((lambda ("})
  void program_endsOnDeepNesting(String opening) {
    String text = opening.repeat(1_000_000 / opening.length());
    assertThatThrownBy(() -> Parser.program(text)).isInstanceOf(PactException.class);
  }

  @Test
  void program_refusesTextsBeyondTheCap() {
    String text = " ".repeat(Lexer.MAX_SOURCE + 1);
    assertThatThrownBy(() -> Parser.program(text)).hasMessageContaining("longer than");
  }

  @Test
  void failure_tellsLineAndColumn() {
    assertThatThrownBy(() -> Parser.program("(f)\n  (g `)"))
        .isInstanceOfSatisfying(
            PactException.class,
            failure -> assertThat(failure.position()).isEqualTo(new Position(1, 5)));
  }

  @Test
  void stringContinuation_dropsTheLayout() {
    TopLevel form = Parser.program("\"multi \\\n   \\line\" x").get(0);
    assertThat(form).isInstanceOf(TopLevel.Evaluation.class);
    assertThat(Parser.program("\"multi \\\n   \\line\" x")).hasSize(2);
  }

  @Test
  void moduleCode_isTheTextOfTheForm() {
    String module = "(module m G (defcap G () true))";
    TopLevel form = Parser.program(" ; first\n" + module + " (f)").get(0);
    assertThat(((TopLevel.Module) form).code()).isEqualTo(module);
  }
}
