package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.app.instance.Instance;
import dev.cairn.app.instance.InstanceSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Commands that cannot do what they are told: one clear sentence, the right exit code, no trace.
 */
class WrongUseTest {
  private static final long HUGE = 300L << 20;

  @TempDir Path directory;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.writeString(directory.resolve("empty"), "");
    Files.writeString(
        directory.resolve("trust.json"), "{\"trust\":1,\"networks\":{},\"gatewayKeys\":[]}");
    CommandRun.good("keygen", "--out", directory.resolve("key.jwk").toString());
    try (RandomAccessFile huge = new RandomAccessFile(directory.resolve("huge").toFile(), "rw")) {
      huge.setLength(HUGE);
    }
  }

  private CommandRun run(String command) {
    return CommandRun.of(
        Arrays.stream(command.split(" "))
            .map(word -> word.replace("DIR", directory.toString()))
            .map(word -> word.equals("''") ? "" : word)
            .toArray(String[]::new));
  }

  private static void assertSentence(CommandRun run, int exit, String said) {
    assertThat(run.exit()).as(run.toString()).isEqualTo(exit);
    assertThat(run.err())
        .contains(said)
        .startsWith("cairn: ")
        .doesNotContain("Exception", "\tat ")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          up --port 0 --data DIR/empty            | 2 | empty is a file.
          up --port 0 --data DIR/empty/sub        | 2 | cannot be used
          up --port 0 --data DIR/d --batch-events 0 | 2 | A batch has room for an event
          up --port 0 --data DIR/d --retention 0  | 2 | --retention is at least one hour
          up --port 0 --data DIR/d --max-connections 0 | 2 | room for at least one connection
          gateway --port 0 --data DIR/d --head-within 0 | 2 | a millisecond at least
          gateway --port 0 --data DIR/empty       | 2 | empty is a file.
          bench kill --times 1 --lanes 0          | 2 | --lanes is at least 1, not 0
          up --port 65536 --data DIR/d            | 2 | --port is a number from 0 to 65535
          up --nodes http://127.0.0.1:1 --data DIR/d | 2 | --network is needed
          up --nodes http://127.0.0.1:1 --network n --sender s --sender-key DIR/key.jwk --data DIR/d | 1 | does not answer
          deploy                                  | 2 | --nodes says where
          deploy --nodes ftp://x --network n --sender s --sender-key DIR/key.jwk | 2 | no http or https address
          deploy --nodes http://127.0.0.1:1 --network n --sender s --sender-key DIR/key.jwk | 1 | Failed to connect
          devnet --port 0 --data DIR/empty        | 2 | is a file
          devnet --port 0 --data DIR/d --graph cube | 2 | unknown graph
          devnet --port 0 --data DIR/d --block-time 0 | 2 | positive period
          devnet --port 0 --data DIR/d --network a/b | 2 | A network's name
          demo --keep DIR/empty                   | 2 | is a file
          submit DIR/empty                        | 2 | There is no event
          submit DIR                              | 2 | Is a directory
          submit --at nonsense DIR/key.jwk        | 2 | no http or https address
          submit --at http://127.0.0.1:1 DIR/key.jwk | 1 | the connection is refused
          verify DIR --trust DIR/trust.json       | 2 | Is a directory
          verify DIR/huge --trust DIR/trust.json  | 2 | is larger than
          verify DIR/none --trust DIR/trust.json  | 2 | There is no file
          verify DIR/empty --trust DIR/empty      | 2 | is no trust file
          sign --key DIR/none DIR/empty           | 2 | There is no key file
          sign --key DIR/key.jwk --jti '' DIR/empty | 2 | jti has 1 to 128 characters
          sign --key DIR/key.jwk --task-key '' DIR/empty | 2 | tk has 1 to 128 characters
          keygen --out DIR/empty                  | 2 | not overwritten
          keygen --out DIR/empty/key.jwk          | 2 | is a file
          keygen --alg RS256                      | 2 | Unknown algorithm
          evidence abc                            | 2 | An event id is 43 characters
          spv verify DIR/none --headers DIR/empty | 2 | is no JSON array
          """)
  void wrongUse_isOneSentence(String command, int exit, String said) {
    assertSentence(run(command), exit, said);
  }

  @Test
  void keygen_folderIsMissing_makesIt() {
    CommandRun.good("keygen", "--out", directory.resolve("a/b/key.jwk").toString());
    assertThat(directory.resolve("a/b/key.jwk")).exists();
  }

  @Test
  void evidence_idBeginsWithHyphen_isAnId() {
    CommandRun run = run("evidence --at http://127.0.0.1:1 " + "-V".repeat(21) + "A --wait 1");
    assertSentence(run, 1, "the connection is refused");
  }

  @Test
  void up_directoryInUse_saysSo() {
    Path data = directory.resolve("data");
    try (Instance running = Instance.start(InstanceSettings.embedded(data, 0))) {
      assertThat(running.chains()).isEqualTo(20);
      assertSentence(run("up --port 0 --data DIR/data"), 2, "Another process uses the data");
    }
  }

  @Test
  void port_isTaken_saysSo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertSentence(run("up --data DIR/d --port " + port), 2, "Cannot listen on");
      assertSentence(run("gateway --data DIR/g --port " + port), 2, "Cannot listen on");
      assertSentence(run("devnet --data DIR/n --port " + port), 2, port);
    }
  }

  @Test
  void everySubcommand_tellsItsVersion() {
    assertThat(CommandRun.good("up", "-V").out()).startsWith("cairn ");
    assertThat(CommandRun.good("spv", "verify", "-V").out()).startsWith("cairn ");
  }
}
