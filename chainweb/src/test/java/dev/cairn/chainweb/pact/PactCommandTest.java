package dev.cairn.chainweb.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Blocks;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.Vectors;
import dev.cairn.chainweb.payload.TransactionWithOutput;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PactCommandTest {

  @Test
  void commandsOfRealBlocks_haveTheirHashAndSignatures() {
    JsonNode entries = Vectors.read("commands.json").get("commands");
    assertThat(entries).hasSize(6);
    for (JsonNode entry : entries) {
      PactCommand command = PactCommand.fromJson(entry.get("command"));
      assertThat(command.hasValidHash()).isEqualTo(entry.get("hashMatchesCmd").booleanValue());
      if (entry.has("blake2b256OfCmd")) {
        assertThat(PactCommand.hashOf(command.cmd()))
            .hasToString(entry.get("blake2b256OfCmd").textValue());
      }
      assertThat(Vectors.items(entry.get("signatureChecks")).allMatch(JsonNode::booleanValue))
          .isTrue();
      command.checkSignatures(BouncyCastleKeys.CHECK);
      if (entry.has("output")) {
        CommandResult result = CommandResult.parse(Bytes.utf8(entry.get("output").textValue()));
        assertThat(result.requestKey()).isEqualTo(command.requestKey().toString());
        assertThat(result.gas()).isEqualTo(entry.get("gasUsed").longValue());
      }
    }
  }

  @Test
  void recordedCommands_haveTheirHashAndSignatures() {
    JsonNode transactions = Vectors.read("node-capture/pact-transactions.json").get("transactions");
    assertThat(transactions).hasSize(59);
    int checked = 0;
    for (JsonNode transaction : transactions) {
      PactCommand command = PactCommand.fromJson(transaction.get("command"));
      assertThat(command.hasValidHash()).isTrue();
      assertThat(command.parsed().networkId()).isEqualTo("development");
      if (command.parsed().signers().stream().allMatch(Signer::isEd25519)) {
        command.checkSignatures(BouncyCastleKeys.CHECK);
        checked++;
      } else {
        assertThatThrownBy(() -> command.checkSignatures(BouncyCastleKeys.CHECK))
            .isInstanceOf(InvalidCommandException.class)
            .hasMessageContaining("unsupported scheme WebAuthn");
      }
    }
    assertThat(checked).isGreaterThan(45);
  }

  /** Every transaction of every payload is rebuilt from its three members, byte for byte. */
  @Test
  void transactionsOfBlocks_areTheirCommandsJson() {
    List<Bytes> transactions =
        Blocks.allTransactions().stream().map(TransactionWithOutput::transaction).toList();
    assertThat(transactions).hasSizeGreaterThan(180);
    for (Bytes transaction : transactions) {
      PactCommand command = PactCommand.fromJson(transaction.bytes());
      assertThat(command.toJson()).isEqualTo(transaction.text());
      command.parsed();
    }
  }

  @Test
  void badSignature_hasTheNodesWords() {
    PactCommand command = sent("send bad signature");
    assertThatThrownBy(() -> command.checkSignatures(BouncyCastleKeys.CHECK))
        .isInstanceOf(InvalidCommandException.class)
        .satisfies(e -> assertThat(answer("send bad signature")).endsWith(e.getMessage()));
  }

  @Test
  void missingSignature_hasTheNodesWords() {
    PactCommand command = sent("send missing signature");
    assertThatThrownBy(() -> command.checkSignatures(BouncyCastleKeys.CHECK))
        .isInstanceOf(InvalidCommandException.class)
        .satisfies(e -> assertThat(answer("send missing signature")).endsWith(e.getMessage()));
  }

  @Test
  void wrongHash_isFound() {
    assertThat(sent("send wrong hash").hasValidHash()).isFalse();
  }

  @Test
  void signaturesOfWrongForm_areRefused() {
    PactCommand good = sent("send expired");
    good.checkSignatures(BouncyCastleKeys.CHECK);
    String sig = good.sigs().get(0);
    PactCommand upper =
        new PactCommand(good.cmd(), good.hash(), List.of(sig.toUpperCase(Locale.ROOT)));
    upper.checkSignatures(BouncyCastleKeys.CHECK);
    for (String bad : List.of("", sig.substring(1), sig + "0", "x" + sig.substring(1))) {
      PactCommand other = new PactCommand(good.cmd(), good.hash(), List.of(bad));
      assertThatThrownBy(() -> other.checkSignatures(BouncyCastleKeys.CHECK))
          .hasMessageContaining("failed to parse ed25519 signature");
    }
    List<String> many = Collections.nCopies(101, sig);
    PactCommand tooMany = new PactCommand(good.cmd(), good.hash(), many);
    assertThatThrownBy(() -> tooMany.checkSignatures(BouncyCastleKeys.CHECK))
        .hasMessage("Too many signatures");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "x",
        "{\"cmd\":3,\"hash\":\"AA\",\"sigs\":[]}",
        "{\"cmd\":\"\",\"hash\":\"AA\",\"sigs\":[]}",
        "{\"cmd\":\"\",\"hash\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"sigs\":[\"\"]}"
      })
  void fromJson_refusesOtherShapes(String json) {
    assertThatThrownBy(() -> PactCommand.fromJson(Bytes.utf8(json).bytes()))
        .isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"payload\":{},\"signers\":[],\"meta\":{},\"nonce\":\"\"}",
        "{\"payload\":{\"exec\":{},\"cont\":{}},\"signers\":[],\"meta\":{},\"nonce\":\"\"}",
        "{\"payload\":{\"exec\":{}},\"signers\":[],\"meta\":{},\"nonce\":1}",
        "{\"payload\":{\"exec\":{}},\"signers\":[{}],\"meta\":{},\"nonce\":\"\"}",
        "{\"payload\":{\"exec\":{}},\"signers\":[],\"nonce\":\"\"}"
      })
  void commandText_refusesOtherShapes(String cmd) {
    assertThatThrownBy(() -> CommandText.parse(Bytes.utf8(cmd)))
        .isInstanceOf(MalformedException.class);
  }

  private static PactCommand sent(String name) {
    JsonNode sample =
        Vectors.items(Vectors.read("node-capture/pact-send-poll-listen.json").get("samples"))
            .filter(entry -> entry.get("name").textValue().equals(name))
            .findFirst()
            .orElseThrow();
    JsonNode body = Vectors.parsed(sample.get("request").get("bodyText"));
    return PactCommand.fromJson(body.get("cmds").get(0));
  }

  private static String answer(String name) {
    return Vectors.sample("node-capture/pact-send-poll-listen.json", name)
        .get("bodyText")
        .textValue();
  }
}
