package dev.cairn.ntm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.store.BlockFile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a block's file over real connections, of a small file and of one that is streamed. */
class PartsTest {

  private static final String BLOCKS = "/blockchain/ntm-ia/blocks/";
  private static final String SMALL = BLOCKS + "block_000001.json";
  private static final String LARGE = BLOCKS + "block_000012.json";

  /** What the cases below are written for. */
  private static final int BYTES = BlockFile.MAX_BYTES + 10;

  @TempDir Path root;

  private SiteFixture site;
  private String small;
  private String large;

  @BeforeEach
  void start() throws IOException {
    site = new SiteFixture("valid-12", root);
    small = Files.readString(site.chain.block(1));
    large = "x".repeat(BYTES - 3) + "end";
    Files.writeString(site.chain.block(12), large);
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  @ParameterizedTest
  @CsvSource({"0-0", "0-99", "100-199", "7-", "-5", "-999999999", "0-999999999", "5-5"})
  void aPart_isThoseBytes(String range) throws Exception {
    assertPart(SMALL, small, range);
    assertPart(LARGE, large, range);
  }

  private void assertPart(String path, String all, String range) throws Exception {
    String[] ends = range.split("-", 2);
    int length = all.length();
    int start =
        ends[0].isEmpty()
            ? Math.max(0, length - Integer.parseInt(ends[1]))
            : Integer.parseInt(ends[0]);
    int end =
        ends[0].isEmpty() || ends[1].isEmpty()
            ? length
            : Math.min(length, Integer.parseInt(ends[1]) + 1);
    HttpResponse<String> answer = site.get(path, "Range", "bytes=" + range);
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(header(answer, "Content-Range"))
        .isEqualTo("bytes " + start + "-" + (end - 1) + "/" + length);
    assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(end - start));
    assertThat(header(answer, "ETag")).isEqualTo(tag(all));
    assertThat(answer.body()).isEqualTo(all.substring(start, end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999-", "999999999-1000000000", "-0"})
  void aPartThatIsNotThere_isRefusedWithTheLength(String range) throws Exception {
    HttpResponse<String> answer = site.get(SMALL, "Range", "bytes=" + range);
    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + small.length());
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=",
        "bytes=-",
        "bytes=5-4",
        "bytes=0-1,4-5",
        "bytes=a-b",
        "bytes=+1-2",
        "lines=0-1",
        "bytes=1",
        "bytes=99999999999999999999-",
        "0-1"
      })
  void whatIsNoSinglePart_isIgnored(String range) throws Exception {
    HttpResponse<String> answer = site.get(SMALL, "Range", range);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.body()).isEqualTo(small);
  }

  @Test
  void thePartOfOtherBytes_isAllOfThese() throws Exception {
    for (String other :
        new String[] {"\"other\"", "W/" + tag(small), "Thu, 02 Apr 2026 00:00:00 GMT"}) {
      HttpResponse<String> answer = site.get(SMALL, "Range", "bytes=5-", "If-Range", other);
      assertThat(answer.statusCode()).as(other).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(small);
    }
    HttpResponse<String> same = site.get(SMALL, "Range", "bytes=5-", "If-Range", tag(small));
    assertThat(same.statusCode()).isEqualTo(206);
  }

  @Test
  void whoHasAllBytes_isToldSo_andHeadHasNoParts() throws Exception {
    assertThat(site.get(SMALL, "Range", "bytes=5-", "If-None-Match", tag(small)).statusCode())
        .isEqualTo(304);
    HttpResponse<String> head = site.send("HEAD", SMALL, "Range", "bytes=5-");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(small.length()));
  }

  @Test
  void whatChanges_hasNoParts() throws Exception {
    HttpResponse<String> answer =
        site.get("/blockchain/ntm-ia/last_hash.txt", "Range", "bytes=0-3");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Accept-Ranges")).isEmpty();
  }

  private static String tag(String text) {
    return "\"" + BlockHash.of(text.getBytes(StandardCharsets.UTF_8)) + "\"";
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
