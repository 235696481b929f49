package dev.cairn.ntm.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.ntm.block.BlockHash;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP surface over real connections. */
class ChainSiteTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BLOCK_1 = "/blockchain/ntm-ia/blocks/block_000001.json";
  private static final String REPORT = "/ai-check-integrity-ntm-ia.php";
  private static final String TRUST = "/ntm-ia-trust.php";

  @TempDir Path root;

  private SiteFixture site;

  @BeforeEach
  void start() throws IOException {
    site = new SiteFixture("valid-12", root);
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void block_isItsFile_andMayBeKeptForEver() throws Exception {
    byte[] file = Files.readAllBytes(site.chain.block(1));
    HttpResponse<String> answer = site.get(BLOCK_1);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(new String(file, StandardCharsets.UTF_8));
    assertThat(header(answer, "ETag")).isEqualTo("\"" + BlockHash.of(file) + "\"");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void whoHasTheBytes_isToldSo() throws Exception {
    String tag = header(site.get(BLOCK_1), "ETag");
    for (String sent : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
      HttpResponse<String> answer = site.get(BLOCK_1, "If-None-Match", sent);
      assertThat(answer.statusCode()).as(sent).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(header(answer, "ETag")).isEqualTo(tag);
    }
    assertThat(site.get(BLOCK_1, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    String report = header(site.get(REPORT + "?format=json"), "ETag");
    assertThat(site.get(REPORT + "?format=json", "If-None-Match", report).statusCode())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BLOCK_1,
        "/blockchain/ntm-ia/blocks/",
        "/blockchain/ntm-ia/last_hash.txt",
        "/blockchain/ntm-ia/keys.json",
        REPORT,
        TRUST
      })
  void head_isGetWithoutItsBody_andNothingCanBeChanged(String path) throws Exception {
    HttpResponse<String> get = site.get(path);
    HttpResponse<String> head = site.send("HEAD", path);
    assertThat(get.statusCode()).isEqualTo(200);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
    assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
    assertThat(header(get, "X-Content-Type-Options")).isEqualTo("nosniff");
    for (String method : new String[] {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"}) {
      HttpResponse<String> refused = site.send(method, path);
      assertThat(refused.statusCode()).as(method).isEqualTo(405);
      assertThat(header(refused, "Allow")).isEqualTo("GET, HEAD");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/blockchain/ntm-ia/blocks/block_1.json",
        "/blockchain/ntm-ia/blocks/block_0000001.json",
        "/blockchain/ntm-ia/blocks/block_000000.json",
        "/blockchain/ntm-ia/blocks/block_000099.json",
        "/blockchain/ntm-ia/blocks/block_000001.json/",
        "/blockchain/ntm-ia/blocks/block_000001.json%00",
        "/blockchain/ntm-ia/blocks/block_00000%31.json",
        "/blockchain/ntm-ia/blocks/../last_hash.txt",
        "/blockchain/ntm-ia/blocks/%2e%2e/last_hash.txt",
        "/blockchain/ntm-ia/blocks/..%2flast_hash.txt",
        "/blockchain/ntm-ia/blocks/.lock",
        "/blockchain/ntm-ia/../../etc/passwd",
        "/blockchain/ntm-ia//last_hash.txt",
        "/NTM-IA-VERIFICATION.md/../secret.txt",
        "/secret.txt",
        "//",
        "/"
      })
  void otherNames_areNothing(String path) throws Exception {
    Files.writeString(root.resolve("secret.txt"), "secret");
    assertThat(raw(path)).startsWith("HTTP/1.1 404").doesNotContain("secret\n");
  }

  /** Clients tidy paths up; this sends them as they are. */
  private String raw(String path) throws IOException {
    URI address = site.address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void linkWithABlocksName_isNothing() throws Exception {
    Files.writeString(root.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(site.chain.block(13), root.resolve("secret.txt"));
    assertThat(site.get("/blockchain/ntm-ia/blocks/block_000013.json").statusCode()).isEqualTo(404);
  }

  @Test
  void largeFile_isSentAsItIs() throws Exception {
    Files.writeString(site.chain.block(13), "x".repeat(600_000));
    String path = "/blockchain/ntm-ia/blocks/block_000013.json";
    assertThat(site.get(path).body()).hasSize(600_000);
    assertThat(header(site.send("HEAD", path), "Content-Length")).isEqualTo("600000");
  }

  @Test
  void list_isPagedInNumericOrder() throws Exception {
    JsonNode first =
        JSON.readTree(site.get("/blockchain/ntm-ia/blocks/?format=json&limit=5").body());
    assertThat(first.path("count").asInt()).isEqualTo(12);
    assertThat(first.path("blocks")).hasSize(5);
    HttpResponse<String> last = site.get("/blockchain/ntm-ia/blocks/?format=json&after=10&limit=5");
    assertThat(JSON.readTree(last.body()).path("blocks").get(0).asText())
        .isEqualTo("block_000011.json");
    assertThat(JSON.readTree(last.body()).path("next").isNull()).isTrue();
    assertThat(last.headers().firstValue("Link")).isEmpty();
    HttpResponse<String> html = site.get("/blockchain/ntm-ia/blocks/?limit=5");
    assertThat(html.body()).contains("href=\"block_000005.json\"").doesNotContain("block_000006");
    assertThat(header(html, "Link")).isEqualTo("<?after=5&limit=5>; rel=\"next\"");
    Files.copy(site.chain.block(12), site.chain.block(13));
    assertThat(site.get("/blockchain/ntm-ia/blocks/").body()).contains("block_000013.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/blockchain/ntm-ia/blocks/?limit=0",
        "/blockchain/ntm-ia/blocks/?limit=10001",
        "/blockchain/ntm-ia/blocks/?after=-1",
        "/blockchain/ntm-ia/blocks/?after=x",
        "/blockchain/ntm-ia/blocks/?after=9223372036854775807",
        "/blockchain/ntm-ia/blocks/?format=xml",
        REPORT + "?format=",
        REPORT + "?format=%zz"
      })
  void wrongQuery_isRefused(String path) throws Exception {
    assertThat(raw(path)).startsWith("HTTP/1.1 400");
  }

  @Test
  void lastHashAndKeys_areThere() throws Exception {
    HttpResponse<String> lastHash = site.get("/blockchain/ntm-ia/last_hash.txt");
    assertThat(lastHash.body())
        .isEqualTo(Files.readString(site.chain.directory().root().resolve("last_hash.txt")));
    assertThat(header(lastHash, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(lastHash, "Content-Type")).startsWith("text/plain");
    assertThat(site.get("/blockchain/ntm-ia/ntm_ia_public.key").body())
        .startsWith("-----BEGIN PUBLIC KEY-----\n");
    JsonNode key = JSON.readTree(site.get("/blockchain/ntm-ia/keys.json").body()).at("/keys/0");
    assertThat(key.path("key_id").asText()).isEqualTo("ntm-ia-test-2026-01");
    assertThat(key.path("last_block").isNull()).isTrue();
  }

  @Test
  void report_hasBothForms() throws Exception {
    JsonNode json = JSON.readTree(site.get(REPORT + "?format=json").body());
    assertThat(json.path("status").asText()).isEqualTo("ok");
    assertThat(json.path("blocks").asInt()).isEqualTo(12);
    HttpResponse<String> page = site.get(REPORT);
    assertThat(page.body()).contains("Every check passed", "<svg", "Newest blocks");
    assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "style-src 'sha256-")
        .doesNotContain("unsafe");
  }

  @Test
  void failingChain_isAnAnswer_unreadableOneIsNot() throws Exception {
    Files.writeString(site.chain.block(3), "{\"block_data\":");
    HttpResponse<String> failed = site.get(REPORT + "?format=json");
    assertThat(failed.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(failed.body()).path("status").asText()).isEqualTo("failed");
    Path away = site.chain.directory().root();
    Files.move(away, root.resolve("away"));
    HttpResponse<String> unavailable = site.get(REPORT);
    assertThat(unavailable.statusCode()).isEqualTo(503);
    assertThat(header(unavailable, "Retry-After")).isEqualTo("10");
    assertThat(unavailable.body()).doesNotContain(root.toString());
  }

  @Test
  void trust_hasTheProtocolsHeadersForPrograms() throws Exception {
    HttpResponse<String> json = site.get(TRUST + "?format=json");
    assertThat(header(json, "Link"))
        .isEqualTo("<https://chain.example/NTM-IA-VERIFICATION.md>; rel=\"describedby\"");
    assertThat(header(json, "X-NTM-IA-Verification"))
        .isEqualTo("https://chain.example/NTM-IA-VERIFICATION.md");
    assertThat(header(json, "X-NTM-IA-Chain-Type")).isEqualTo("ntm-ia-token");
    assertThat(header(json, "X-NTM-IA-Machine-Verifiable")).isEqualTo("true");
    assertThat(header(json, "X-NTM-IA-Audit-Sitemap"))
        .isEqualTo("https://chain.example/ai-audit-sitemap.xml");
    assertThat(header(json, "X-NTM-IA-AI-Terms")).isEqualTo("https://chain.example/AI-TERMS.md");
    JsonNode body = JSON.readTree(json.body());
    assertThat(body.at("/block/index").asInt()).isEqualTo(12);
    assertThat(body.at("/metrics/uas").asInt()).isEqualTo(58);
    assertThat(body.at("/derived/mint_ratio").asInt()).isEqualTo(58);
    assertThat(header(site.get(TRUST, "Accept", "application/json"), "Content-Type"))
        .isEqualTo("application/json");
    HttpResponse<String> page = site.get(TRUST, "Accept", "text/html,application/json;q=0.9");
    assertThat(page.body()).contains("Current data");
    assertThat(page.headers().firstValue("X-NTM-IA-Chain-Type")).isEmpty();
  }

  @Test
  void documents_areServedWhereTheyAre() throws Exception {
    assertThat(site.get("/AI-TERMS.md").statusCode()).isEqualTo(404);
    Files.writeString(root.resolve("AI-TERMS.md"), "# Terms");
    HttpResponse<String> terms = site.get("/AI-TERMS.md");
    assertThat(terms.body()).isEqualTo("# Terms");
    assertThat(header(terms, "Content-Type")).startsWith("text/markdown");
  }

  @Test
  void whatABlockSays_isTextOnThePage() throws Exception {
    String evil = "<script>alert(1)</script>\\\" onload=\\\"x &amp; \\u202e";
    String block = Files.readString(site.chain.block(12));
    block = block.replace("ai-dash-snippet.php", evil).replace("ntm-ia-test-2026-01", evil);
    Files.writeString(
        site.chain.block(12), block.replace("\"hits\": ", "\"hits\": \"<b>\",\"x\":"));
    Files.writeString(site.chain.directory().blocks().resolve("<img src=x>"), "");
    String page = site.get(REPORT).body();
    assertThat(page).contains("&lt;script&gt;", "unreadable", "&lt;img");
    assertThat(page).doesNotContain("<script", "<b>", "<img", "\u202e");
    assertThat(site.get(TRUST).body()).doesNotContain("<b>");
  }
}
