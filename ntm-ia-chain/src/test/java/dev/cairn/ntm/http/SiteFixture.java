package dev.cairn.ntm.http;

import dev.cairn.ntm.SetClock;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.watch.ChainWatch;
import dev.cairn.ntm.watch.VectorChain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of a vectors' chain, at the time at which that chain is good. */
public final class SiteFixture implements AutoCloseable {

  static final URI BASE = URI.create("https://chain.example");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService runner = Executors.newSingleThreadExecutor();
  private final ChainServer server;
  final VectorChain chain;

  public SiteFixture(String chainName, Path root) throws IOException {
    SetClock clock = new SetClock("2026-04-02T17:57:10Z");
    this.chain = VectorChain.copy(chainName, root.resolve("chain"));
    ChainWatch watch =
        new ChainWatch(
            chain.directory(), chain.examination(Timestamp.of(clock.instant())), clock, runner);
    ChainSite.Content content =
        new ChainSite.Content(
            chain.directory(), chain.keyring(), watch, () -> BASE, Optional.of(root), clock);
    this.server = ChainServer.start("127.0.0.1", 0, vertx -> new ChainSite(vertx, content));
  }

  public URI address() {
    return server.address();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() throws IOException {
    server.close();
    runner.shutdownNow();
  }
}
