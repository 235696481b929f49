package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that hold for all endpoints (reference/chainweb.md 6). */
class RestConventionsTest {

  private static Devnet devnet;
  private static NodeClient client;

  @BeforeAll
  static void start() {
    devnet =
        Devnet.start(
            DevnetSettings.development().withAddress("127.0.0.1", 0),
            Clock.systemUTC(),
            StubContracts::new);
    client = new NodeClient(devnet);
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /,                                                    404",
    "GET,    /config,                                              404",
    "GET,    /chainweb/0.0/development,                            404",
    "GET,    /chainweb/0.1/development/cut,                        404",
    "GET,    /chainweb/0.0/mainnet01/cut,                          404",
    "GET,    /chainweb/0.0/development/chain/20/header,            404",
    "GET,    /chainweb/0.0/development/chain/00/header,            404",
    "GET,    /chainweb/0.0/development/chain/abc/header,           404",
    "GET,    /chainweb/0.0/development/chain/0/mempool/getPending, 404",
    "POST,   /chainweb/0.0/development/cut,                        405",
    "PUT,    /chainweb/0.0/development/cut,                        405",
    "OPTIONS,/chainweb/0.0/development/cut,                        405",
    "GET,    /chainweb/0.0/development/chain/0/pact/spv,           405",
    "GET,    /chainweb/0.0/development/cut/,                       200",
    "HEAD,   /chainweb/0.0/development/cut,                        200",
    "GET,    /health-check,                                        200",
  })
  void request_getsTheStatusOfANode(String method, String path, int status) {
    HttpRequest request = client.request(path).method(method, BodyPublishers.noBody()).build();
    HttpResponse<String> answer = client.send(request);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(status == 200 || answer.body().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html                                       | 406",
        "text/plain                                      | 406",
        "application/octet-stream                        | 406",
        "application/*                                   | 200",
        "text/html, application/json;q=0.5               | 200",
        "application/json;charset=utf-8                  | 200",
        "application/json;blockheader-encoding=object    | 200",
      })
  void accept_choosesTheForm(String accept, int status) {
    String path = client.path("/chain/0/header?limit=1");
    assertThat(client.get(path, "Accept", accept).statusCode()).isEqualTo(status);
  }

  @Test
  void answer_carriesTheHeadersOfANode() {
    var headers = client.get(client.path("/cut")).headers();
    assertThat(headers.firstValue("Server")).contains("Chainweb Service API");
    assertThat(headers.firstValue("X-Chainweb-Node-Version")).contains("2.32.0");
    assertThat(headers.firstValue("X-Server-Timestamp").orElseThrow()).matches("[0-9]{10}");
    assertThat(headers.firstValue("Date")).isPresent();
    assertThat(headers.firstValue("Transfer-Encoding")).contains("chunked");
    assertThat(headers.firstValue("Content-Type")).contains("application/json;charset=utf-8");
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void crossOrigin_isAllowedForEverybody() {
    var headers = client.get(client.path("/cut"), "Origin", "https://example.org").headers();
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains("*");
    HttpRequest question =
        client
            .request(client.path("/chain/0/pact/spv"), "Origin", "https://example.org")
            .method("OPTIONS", BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer = client.send(question);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
        .contains("GET, HEAD, POST");
  }

  @Test
  void body_aboveTwoMebibytesIsRefused() {
    String path = client.path("/chain/0/pact/api/v1/poll");
    HttpResponse<String> most = client.post(path, " ".repeat(2_097_152));
    assertThat(most.statusCode()).isEqualTo(400);
    assertThat(most.body()).isEqualTo("Error in $: not enough input");
    HttpResponse<String> more = client.post(path, " ".repeat(2_097_153));
    assertThat(more.statusCode()).isEqualTo(413);
    assertThat(more.headers().firstValue("Content-Type")).contains("text/plain");
  }

  @Test
  void queryParameter_thatIsNoNumberIsRefused() {
    HttpResponse<String> answer = client.get(client.path("/chain/0/header?limit=x"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .startsWith("Error parsing query parameter limit failed: could not parse: `x' (");
  }
}
