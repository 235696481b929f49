package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code cairn devnet} from outside. */
class DevnetCommandTest {
  private static final Pattern READY = Pattern.compile("network \\S+ is ready at (http\\S+);");
  private static final Pattern FAULTS =
      Pattern.compile("faults of network \\S+ are made at (\\S+)");

  @TempDir private Path directory;

  @Test
  void severalNetworks_runSideBySideWithTheirFaults() throws Exception {
    Path log = directory.resolve("devnet.log");
    String data = directory.resolve("data").toString();
    try (CairnProcess devnet =
        CairnProcess.start(
            log,
            "devnet",
            "--port=0",
            "--faults=0",
            "--data=" + data,
            "--network=alpha:91:pair",
            "--network=beta:92:triangle")) {
      List<String> addresses = all(READY, log, 2);
      assertThat(get(addresses.get(0) + "/info")).contains("\"nodeVersion\":\"alpha\"");
      assertThat(get(addresses.get(0) + "/info")).contains("\"nodeNumberOfChains\":2");
      assertThat(get(addresses.get(1) + "/info")).contains("\"nodeVersion\":\"beta\"");
      assertThat(get(addresses.get(1) + "/info")).contains("\"nodeNumberOfChains\":3");
      for (String control : all(FAULTS, log, 2)) {
        assertThat(get(control + "/")).contains("\"faults\":[]");
      }
      assertThat(devnet.address().toString()).isEqualTo(addresses.get(0));
    }
    assertThat(directory.resolve("data").resolve("beta").resolve("chains")).isDirectory();
  }

  private static List<String> all(Pattern pattern, Path log, int count) {
    List<String> found = new ArrayList<>();
    Awaitility.await()
        .until(
            () -> {
              found.clear();
              Matcher matcher = pattern.matcher(Files.readString(log));
              while (matcher.find()) {
                found.add(matcher.group(1));
              }
              return found.size() == count;
            });
    return found;
  }

  private static String get(String uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--network=a:x             | the code of a is no number",
        "--network=a:1:cube        | unknown graph cube",
        "--network=a:1:pair:9      | NAME[:CODE[:GRAPH]]",
        "--mining=never            | unknown mode never",
        "--modules=/not/there      | no directory of modules",
        "--network=bad/name        | A network's name is part of paths",
      })
  void wrongUse_isRefusedInASentence(String option, String sentence) {
    CommandRun run =
        CommandRun.of("devnet", "--port=0", "--data=" + directory.resolve("data"), option);
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(sentence);
  }

  @Test
  void networkTwice_isRefused() {
    CommandRun run = CommandRun.of("devnet", "--port=0", "--network=a", "--network=a");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("a name of its own");
  }
}
