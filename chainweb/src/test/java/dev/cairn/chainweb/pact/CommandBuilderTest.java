package dev.cairn.chainweb.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Vectors;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommandBuilderTest {

  private static final PublicMeta META =
      new PublicMeta(
          new ChainId(3),
          "sender00",
          1000,
          new BigDecimal("0.00000001"),
          Duration.ofMinutes(10),
          Instant.ofEpochSecond(1_700_000_000));

  @Test
  void execCommand_isTheTextThatIsSigned() {
    CommandSigner key = BouncyCastleKeys.signer(new byte[32]);
    PactCommand command =
        CommandBuilder.exec("development", "(+ 1 2)", Vectors.parsed("{\"a\":1}"), META)
            .nonce("n1")
            .signer(key, SignerCapability.of("coin.GAS"), transfer())
            .sign();
    assertThat(command.cmd().text())
        .isEqualTo(
            "{\"networkId\":\"development\","
                + "\"payload\":{\"exec\":{\"data\":{\"a\":1},\"code\":\"(+ 1 2)\"}},"
                + "\"signers\":[{\"pubKey\":\""
                + key.publicKeyHex()
                + "\",\"clist\":[{\"name\":\"coin.GAS\",\"args\":[]},"
                + "{\"name\":\"coin.TRANSFER\",\"args\":[\"a\",\"b\",1.5]}]}],"
                + "\"meta\":{\"chainId\":\"3\",\"sender\":\"sender00\",\"gasLimit\":1000,"
                + "\"gasPrice\":0.00000001,\"ttl\":600,\"creationTime\":1700000000},"
                + "\"nonce\":\"n1\"}");
    assertThat(command.hasValidHash()).isTrue();
    command.checkSignatures(BouncyCastleKeys.CHECK);
    assertThat(PactCommand.fromJson(command.toJsonObject())).isEqualTo(command);
    assertThat(command.parsed().isContinuation()).isFalse();
  }

  @Test
  void unscopedSignerAndNoData_areWrittenAsANodeReadsThem() {
    PactCommand command =
        CommandBuilder.exec("development", "1", null, META)
            .signer(BouncyCastleKeys.signer(new byte[32]))
            .sign();
    assertThat(command.cmd().text()).contains("\"data\":null").doesNotContain("clist");
    assertThat(command.parsed().signers().get(0).capabilities()).isEmpty();
  }

  @Test
  void continuation_carriesItsProof() {
    Continuation continuation = new Continuation("pact", 1, false, null, "proof");
    CommandText text =
        CommandText.parse(CommandBuilder.continuation("development", continuation, META).text());
    assertThat(text.isContinuation()).isTrue();
    assertThat(text.payload())
        .hasToString(
            "{\"cont\":{\"proof\":\"proof\",\"data\":null,\"pactId\":\"pact\","
                + "\"rollback\":false,\"step\":1}}");
  }

  @Test
  void changedText_failsBothChecks() {
    PactCommand command =
        CommandBuilder.exec("development", "1", null, META)
            .signer(BouncyCastleKeys.signer(new byte[32]))
            .sign();
    PactCommand other =
        PactCommand.of(
            Bytes.utf8(command.cmd().text().replace("sender00", "sender01")), command.sigs());
    assertThat(other.hash()).isNotEqualTo(command.hash());
    assertThatThrownBy(() -> other.checkSignatures(BouncyCastleKeys.CHECK))
        .isInstanceOf(InvalidCommandException.class);
  }

  /** Reference §6.1: a real network stops for good on it. */
  @Test
  void emptyCode_isRefused() {
    assertThatThrownBy(() -> CommandBuilder.exec("development", " ", null, META))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void metaOutOfBounds_isRefused() {
    assertThatThrownBy(() -> meta(0, Duration.ZERO)).hasMessageContaining("172800");
    assertThatThrownBy(() -> meta(0, Duration.ofDays(3))).hasMessageContaining("172800");
    assertThatThrownBy(() -> meta(-1, Duration.ofDays(1))).hasMessageContaining("at least 0");
    assertThatThrownBy(() -> SignerCapability.of("GAS")).hasMessageContaining("qualified");
  }

  private static PublicMeta meta(long gasLimit, Duration ttl) {
    return new PublicMeta(
        new ChainId(0), "a", gasLimit, BigDecimal.ONE, ttl, Instant.ofEpochSecond(0));
  }

  private static SignerCapability transfer() {
    return SignerCapability.of(
        "coin.TRANSFER",
        TextNode.valueOf("a"),
        TextNode.valueOf("b"),
        DecimalNode.valueOf(new BigDecimal("1.5")));
  }
}
