package dev.cairn.chainweb.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Blocks;
import dev.cairn.chainweb.Blocks.Block;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.Vectors;
import dev.cairn.chainweb.payload.TransactionWithOutput;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandResultTest {

  @Test
  void outputsOfBlocks_nameTheirTransaction() {
    List<TransactionWithOutput> transactions = Blocks.allTransactions();
    assertThat(transactions).hasSizeGreaterThan(180);
    for (TransactionWithOutput pair : transactions) {
      CommandResult result = CommandResult.parse(pair.output());
      PactCommand command = PactCommand.fromJson(pair.transaction().bytes());
      assertThat(result.requestKey()).isEqualTo(command.requestKey().toString());
      assertThat(result.bytes()).isEqualTo(pair.output());
      assertThat(result.metaData().isNull()).isTrue();
      assertThat(result.txId().isPresent()).isEqualTo(result.success());
    }
  }

  /** Its request key is the parent's hash as text, and no 32-byte hash (reference §4). */
  @Test
  void coinbaseOutputs_areReadToo() {
    for (Block block : Blocks.development().all()) {
      CommandResult coinbase = CommandResult.parse(block.payload().coinbase());
      assertThat(Bytes.parse(coinbase.requestKey()).text())
          .isEqualTo(block.header().parent().toString());
      assertThat(coinbase.success()).isTrue();
    }
  }

  @Test
  void pollAnswers_areTheOutputsWithBlockData() {
    JsonNode transactions = Vectors.read("node-capture/pact-transactions.json").get("transactions");
    Blocks blocks = Blocks.development();
    for (JsonNode transaction : transactions) {
      if (!transaction.has("blockHash")) {
        continue;
      }
      String key = transaction.get("command").get("hash").textValue();
      JsonNode polled = Vectors.parsed(transaction.get("poll").get("bodyText")).get(key);
      CommandResult result = CommandResult.parse(Bytes.utf8(polled.toString()));
      Block block = blocks.of(RequestKey.parse(key));
      int index = block.indexOf(RequestKey.parse(key));
      CommandResult output =
          CommandResult.parse(block.payload().transactions().get(index).output());
      assertThat(result.events()).isEqualTo(output.events());
      assertThat(result.data()).isEqualTo(output.data());
      assertThat(result.continuation()).isEqualTo(output.continuation());
      assertThat(result.metaData().get("blockHash")).isEqualTo(transaction.get("blockHash"));
    }
  }

  @Test
  void events_haveTheirModulesFullName() {
    List<String> modules =
        Blocks.allTransactions().stream()
            .flatMap(pair -> CommandResult.parse(pair.output()).events().stream())
            .map(PactEvent::module)
            .distinct()
            .toList();
    assertThat(modules).contains("coin").anyMatch(module -> module.startsWith("free."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest-samples.json", "rest-samples-2.json"})
  void resultsOfOldNodes_areReadToo(String file) {
    List<JsonNode> results =
        Vectors.items(Vectors.read(file).get("samples"))
            .map(sample -> sample.get("body"))
            .flatMap(body -> Stream.concat(Stream.of(body), Vectors.items(body)))
            .filter(body -> body.has("reqKey"))
            .toList();
    assertThat(results).isNotEmpty();
    for (JsonNode result : results) {
      assertThat(CommandResult.parse(Bytes.utf8(result.toString())).requestKey())
          .isEqualTo(result.get("reqKey").textValue());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"reqKey\":\"a\",\"gas\":1,\"result\":{\"status\":\"maybe\",\"data\":1}}",
        "{\"reqKey\":\"a\",\"gas\":1,\"result\":{\"status\":\"success\"}}",
        "{\"reqKey\":\"a\",\"gas\":\"1\",\"result\":{\"status\":\"success\",\"data\":1}}"
      })
  void parse_refusesOtherShapes(String json) {
    assertThatThrownBy(() -> CommandResult.parse(Bytes.utf8(json)))
        .isInstanceOf(MalformedException.class);
  }
}
