package dev.cairn.ntm.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.store.BlockListing;
import dev.cairn.ntm.store.ChainDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Directories below a root as a plain web server gives them out, on a free port of loopback. */
public final class ChainServer implements AutoCloseable {

  private final Path root;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  final AtomicInteger underWay = new AtomicInteger();
  final AtomicInteger mostUnderWay = new AtomicInteger();

  /** What answers in place of a file. */
  interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  public ChainServer(Path root) throws IOException {
    this.root = root.normalize();
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String address(String folder) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + folder;
  }

  /** Lets something else answer for the path from now on. */
  void at(String path, Page page) {
    pages.put(path, page);
  }

  void restore(String path) {
    pages.remove(path);
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      requests.add(exchange.getRequestURI().toString());
      Page page = pages.get(path);
      if (page != null) {
        page.answer(exchange);
      } else if (path.endsWith("/blocks/")) {
        list(exchange, path.substring(1, path.length() - "blocks/".length()));
      } else {
        file(exchange, root.resolve(path.substring(1)));
      }
    } finally {
      underWay.decrementAndGet();
    }
  }

  private static void file(HttpExchange exchange, Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      send(exchange, "application/json", Files.readAllBytes(file));
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  private void list(HttpExchange exchange, String folder) throws IOException {
    Map<String, Long> query =
        List.of(exchange.getRequestURI().getQuery().split("&")).stream()
            .map(part -> part.split("="))
            .filter(part -> !part[0].equals("format"))
            .collect(Collectors.toMap(part -> part[0], part -> Long.parseLong(part[1])));
    BlockListing listing = new ChainDirectory(root.resolve(folder)).list();
    List<Long> page =
        listing
            .from(new BlockIndex(query.get("after") + 1))
            .limit(Math.min(5, query.get("limit")))
            .boxed()
            .toList();
    boolean more =
        !page.isEmpty() && listing.highest().orElseThrow().value() > page.get(page.size() - 1);
    String names =
        page.stream()
            .map(index -> '"' + new BlockIndex(index).fileName() + '"')
            .collect(Collectors.joining(","));
    String text =
        "{\"count\":%d,\"blocks\":[%s],\"next\":%s}"
            .formatted(listing.size(), names, more ? "\"?format=json\"" : "null");
    send(exchange, "application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
