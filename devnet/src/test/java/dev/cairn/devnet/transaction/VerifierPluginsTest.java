package dev.cairn.devnet.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.contract.ContractRun.Gas;
import dev.cairn.devnet.contract.RunResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who vouches, and with which words somebody does not. */
class VerifierPluginsTest {

  private static final String CAPABILITY = "{\"name\":\"free.m.C\",\"args\":[\"a\",7]}";

  private static Command command(String verifiers) {
    String text =
        "{\"networkId\":\"development\",\"payload\":{\"exec\":{\"code\":\"1\",\"data\":null}},"
            + "\"signers\":[],\"meta\":{\"chainId\":\"0\",\"sender\":\"s\",\"gasLimit\":1000,"
            + "\"gasPrice\":1e-8,\"ttl\":600,\"creationTime\":0},\"nonce\":\"\",\"verifiers\":"
            + verifiers
            + "}";
    return Command.parse(PactCommand.of(Bytes.utf8(text), List.of()));
  }

  private static String quoted(String json) {
    return "\"" + json.replace("\"", "\\\"") + "\"";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "allow | PROOF                               | C  | 1000 | ``",
        "allow | {\"name\":\"free.m.C\",\"args\":[\"a\",7.0]} | C | 1000 | ``",
        "allow | PROOF                               | CC | 1000 | ``",
        "allow | PROOF                               | -  | 1000 | granted capability is not the"
            + " one",
        "allow | {\"name\":\"free.m.D\",\"args\":[]} | C  | 1000 | granted capability is not the"
            + " one",
        "allow | {\"name\":\"free.m.C\",\"args\":[\"a\",8]} | C | 1000 | granted capability is not",
        "allow | {}                                  | C  | 1000 | argument was not a JSON-encoded",
        "allow | nonsense                            | C  | 1000 | argument was not a JSON-encoded",
        "allow | OBJECT                              | C  | 1000 | expected string literal",
        "other | PROOF                               | C  | 1000 | verifier does not exist: other",
        "allow | PROOF                               | C  | 99   | gas exhausted in verifier",
      })
  void verifier_vouchesOrSaysWhyNot(
      String name, String proof, String list, long gas, String reason) {
    String shown =
        switch (proof) {
          case "PROOF" -> quoted(CAPABILITY);
          case "OBJECT" -> CAPABILITY;
          default -> quoted(proof);
        };
    String capabilities = list.replace("-", "").replace("C", CAPABILITY + ",");
    String clist = capabilities.isEmpty() ? "[]" : "[" + capabilities.replaceAll(",$", "") + "]";
    Command command =
        command("[{\"name\":\"%s\",\"proof\":%s,\"clist\":%s}]".formatted(name, shown, clist));
    String found =
        VerifierPlugins.failure(command, new Gas(0, gas))
            .map(RunResult.Failure::message)
            .orElse("");
    assertThat(found).startsWith(reason);
    assertThat(found.isEmpty()).isEqualTo(reason.isEmpty());
    assertThat(VerifierPlugins.charge(command, new Gas(0, gas)).milligas()).isEqualTo(100_000);
  }
}
