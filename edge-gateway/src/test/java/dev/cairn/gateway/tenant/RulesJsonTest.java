package dev.cairn.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesJsonTest {

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void rules_areReadBack() throws Exception {
    TenantRules rules =
        RulesJson.change(
            TenantRules.DEFAULT,
            json("{\"maxPastSeconds\":60,\"signerEventsPerSecond\":5,\"signerBurst\":9}"));
    assertThat(rules.window().past().toSeconds()).isEqualTo(60);
    assertThat(rules.window().future()).isEqualTo(TimeWindow.FUTURE);
    assertThat(RulesJson.change(TenantRules.DEFAULT, RulesJson.write(rules))).isEqualTo(rules);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"eventsPerDay\":-1}",
        "{\"eventsPerDay\":1.5}",
        "{\"eventsPerDay\":\"1\"}",
        "{\"eventsPerDay\":99999999999999999999}",
        "{\"maxPastSeconds\":9223372036854775807}",
        "{\"keyEventsPerSecond\":5}",
        "{\"keyEventsPerSecond\":2000000000,\"keyBurst\":1}",
        "{\"registeredDevicesOnly\":1}",
        "{\"eventsPerYear\":1}"
      })
  void otherRules_areRefusedInASentence(String text) throws Exception {
    JsonNode changes = json(text);
    assertThatThrownBy(() -> RulesJson.change(TenantRules.DEFAULT, changes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(".");
  }

  @Test
  void window_hasExactEnds() {
    TimeWindow window =
        new TimeWindow(java.time.Duration.ofSeconds(10), java.time.Duration.ofSeconds(5));
    assertThat(window.admits(90, 100)).isTrue();
    assertThat(window.admits(89, 100)).isFalse();
    assertThat(window.admits(105, 100)).isTrue();
    assertThat(window.admits(106, 100)).isFalse();
    assertThat(window.admits(Long.MAX_VALUE, 100)).isFalse();
  }
}
