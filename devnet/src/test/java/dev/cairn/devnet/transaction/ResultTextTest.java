package dev.cairn.devnet.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultTextTest {

  private static final String TRAP = "{\"metaData\":null,\"continuation\":null}";

  private static ResultText result(List<String> events) {
    return new ResultText(
        74,
        ResultText.success(TRAP),
        "key",
        Optional.of("logs"),
        events,
        Optional.of(TRAP),
        Optional.of(5L));
  }

  @Test
  void members_stayInTheOrderThatIsHashed() {
    assertThat(new String(result(List.of("1", "2")).onChain(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"gas\":74,\"result\":{\"status\":\"success\",\"data\":"
                + TRAP
                + "},\"reqKey\":\"key\",\"logs\":\"logs\",\"events\":[1,2],\"metaData\":null,"
                + "\"continuation\":"
                + TRAP
                + ",\"txId\":5}");
  }

  @Test
  void events_areLeftOutWhenThereAreNone() {
    assertThat(new String(result(List.of()).onChain(), StandardCharsets.UTF_8))
        .contains("\"logs\":\"logs\",\"metaData\":null,");
  }

  @Test
  void withMetaData_replacesOnlyTheOutermost() {
    byte[] onChain = result(List.of()).onChain();
    String text = new String(onChain, StandardCharsets.UTF_8);
    assertThat(ResultText.withMetaData(onChain, "{\"m\":\"é\"}"))
        .isEqualTo(
            text.replace(
                "\"logs\":\"logs\",\"metaData\":null",
                "\"logs\":\"logs\",\"metaData\":{\"m\":\"é\"}"));
  }

  @Test
  void message_isCutAt256Characters() {
    assertThat(ResultText.failure("EvalError", "x".repeat(300), "<toplevel>:0"))
        .contains("\"message\":\"" + "x".repeat(256) + "\",");
  }
}
