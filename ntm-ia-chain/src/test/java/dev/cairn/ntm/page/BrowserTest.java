package dev.cairn.ntm.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.ntm.http.SiteFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report page in a real browser. */
class BrowserTest {

  /** Says how wide the content is; it stands only in this test's copy of the page. */
  private static final String RULER =
      "<script>parent.postMessage(document.documentElement.scrollWidth+'/'+innerWidth,'*')</script>";

  @TempDir Path root;

  private Path browser;

  @BeforeEach
  void findBrowser() {
    Optional<Path> found =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "Skipped: there is no Chromium on this machine.");
    browser = found.get();
  }

  @ParameterizedTest
  @CsvSource({
    "valid-12, 1280, Every check passed",
    "valid-12, 390, Every check passed",
    "bad-data-edited, 390, This chain does not verify"
  })
  void report_showsWithoutScript_andFitsItsWindow(String chain, int width, String headline)
      throws Exception {
    try (SiteFixture site = new SiteFixture(chain, root)) {
      URI report = site.address().resolve("/ai-check-integrity-ntm-ia.php");
      String shown = dom(width, report.toString());
      assertThat(shown).contains(headline, "<svg", "Check it yourself").doesNotContain("<script");

      Path copy = root.resolve("copy.html");
      Files.writeString(copy, body(report).replace("</body>", RULER + "</body>"));
      Path window = root.resolve("window.html");
      Files.writeString(window, window(width));
      String measured = dom(width, window.toUri().toString());
      assertThat(measured).contains("<title>" + width + "/" + width + "</title>");
    }
  }

  /** A window that may be narrower than the browser's own can be. */
  private static String window(int width) {
    return "<script>onmessage=e=>document.title=e.data</script><iframe src='copy.html' width='"
        + width
        + "' height='900' style='border:0'></iframe>";
  }

  private static String body(URI page) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
        .body();
  }

  private String dom(int width, String address) throws IOException, InterruptedException {
    Path dom = root.resolve("dom.html");
    List<String> command = new ArrayList<>(List.of(browser.toString(), "--headless=new"));
    command.addAll(List.of("--no-sandbox", "--disable-gpu", "--hide-scrollbars"));
    command.addAll(List.of("--user-data-dir=" + root.resolve("profile")));
    command.addAll(List.of("--window-size=" + width + ",900", "--dump-dom"));
    command.addAll(List.of("--virtual-time-budget=2000", address));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The browser does not end.");
    }
    return Files.readString(dom, StandardCharsets.UTF_8);
  }
}
