package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.pact.PactCommand;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a restart each module calls the very versions of others that it called before. */
class BoundModulesTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path directory;

  private final TestCommands commands = new TestCommands("development", CLOCK);

  private static ObjectNode data(int number) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("number", number);
    ObjectNode keys = data.putObject("ks").put("pred", "keys-all");
    keys.putArray("keys").add(TestKey.sender(0).publicKeyHex());
    return data;
  }

  private void install(TestNetwork network, String code, int number) {
    PactCommand command =
        commands.execWithLimit(100_000, 0, "(namespace \"free\") " + code, data(number));
    network.client().send(0, command);
    network.mine(1);
    JsonNode result = network.client().poll(0, command, 0).get(command.hash().toString());
    assertThat(result.at("/result/status").asText()).as(result.toString()).isEqualTo("success");
  }

  private JsonNode local(TestNetwork network, String code) {
    PactCommand command = commands.exec(0, code);
    return network.client().node().postJson(network.client().path(0, "local"), command.toJson());
  }

  private static String provider(String answer) {
    return "(module bound-provider G (defcap G () true) (defconst N (read-integer \"number\"))"
        + "(defun answer () (+ \"\" \""
        + answer
        + "\")) (defun number () N))";
  }

  @Test
  void modules_callTheVersionsOfThen() {
    DevnetSettings settings = TestNetwork.settings().withDirectory(directory);
    String question = "[(free.bound-user.ask) (free.bound-user.number) (free.bound-late.ask)]";
    JsonNode before;
    try (TestNetwork network = TestNetwork.start(settings, CLOCK)) {
      network.mine(1);
      install(network, provider("first"), 1);
      install(
          network,
          "(module bound-user G (defcap G () true) (use free.bound-provider)"
              + "(defun ask () (answer)) (defun number () (free.bound-provider.number)))",
          0);
      // Both in one transaction; the middle version is under no name any more at its end.
      install(
          network,
          provider("middle")
              + "(module bound-late G (defcap G () true) (defun ask () (answer)))"
              + provider("last"),
          7);
      before = local(network, question);
      assertThat(before.at("/result/data").toString())
          .isEqualTo("[\"first\",{\"int\":1},\"middle\"]");
      assertThat(local(network, "(free.bound-provider.answer)").at("/result/data").asText())
          .isEqualTo("last");
    }
    try (TestNetwork network = TestNetwork.start(settings, CLOCK)) {
      JsonNode after = local(network, question);
      assertThat(after.get("result")).isEqualTo(before.get("result"));
      assertThat(after.get("gas")).isEqualTo(before.get("gas"));
      assertThat(local(network, "(free.bound-provider.answer)").at("/result/data").asText())
          .isEqualTo("last");
    }
  }
}
