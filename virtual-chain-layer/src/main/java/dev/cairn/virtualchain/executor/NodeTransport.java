package dev.cairn.virtualchain.executor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Several nodes of one network as one: a request goes to the node that answered last, and on to the
 * others when that one is down or does not know what is asked for. Safe for any thread.
 */
final class NodeTransport {

  /**
   * The largest answer that is read. A block's gas pays for some 280 kB of commands, and outputs
   * cost gas too; a page of 360 headers is 160 kB.
   */
  static final long MAX_ANSWER_BYTES = 16L << 20;

  /** The largest refusal that is read: a node's texts are sentences. */
  static final long MAX_REFUSAL_BYTES = 64L << 10;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;

  /** Turns the bytes of an answer into a value; any exception means that the answer is unusable. */
  @FunctionalInterface
  interface Reading<T> {
    T read(byte[] body) throws IOException;
  }

  /** One attempt at one node. */
  @FunctionalInterface
  private interface Attempt<T> {
    T at(HttpUrl node) throws IOException;
  }

  private final List<HttpUrl> nodes;
  private final OkHttpClient client;

  /** Index of the node that answered last. Racing writers cost a detour, nothing else. */
  private final AtomicInteger preferred = new AtomicInteger();

  NodeTransport(List<HttpUrl> nodes, OkHttpClient client) {
    this.nodes = List.copyOf(nodes);
    this.client = client;
  }

  /** Asks the nodes in turn and reads the first answer. */
  <T> T ask(NodeRequest request, Reading<T> reading) {
    return failOver(request, node -> exchange(node, request, reading));
  }

  /** Opens a stream on the first node that grants it; the caller closes it. */
  OpenStream open(NodeRequest request, OkHttpClient streaming) {
    return failOver(request, node -> streamFrom(node, request, streaming));
  }

  private <T> T exchange(HttpUrl node, NodeRequest request, Reading<T> reading) throws IOException {
    try (Response response = client.newCall(request.to(node)).execute()) {
      refuseFailure(request, node, response);
      return reading.read(readCapped(response, MAX_ANSWER_BYTES));
    }
  }

  private static OpenStream streamFrom(HttpUrl node, NodeRequest request, OkHttpClient streaming)
      throws IOException {
    Call call = streaming.newCall(request.to(node));
    Response response = call.execute();
    try {
      refuseFailure(request, node, response);
      return new OpenStream(call, response);
    } catch (IOException | RuntimeException e) {
      response.close();
      throw e;
    }
  }

  private <T> T failOver(NodeRequest request, Attempt<T> attempt) {
    List<NodeException> failures = new ArrayList<>();
    int first = preferred.get();
    for (int i = 0; i < nodes.size(); i++) {
      int index = (first + i) % nodes.size();
      try {
        T answer = tryOne(nodes.get(index), request, attempt);
        preferred.set(index);
        return answer;
      } catch (NodeUnavailable e) {
        failures.add(e);
      } catch (NodeRejected e) {
        if (!e.isUnknownHere()) {
          throw e;
        }
        failures.add(e);
      }
    }
    throw combined(request, failures);
  }

  private static <T> T tryOne(HttpUrl node, NodeRequest request, Attempt<T> attempt) {
    try {
      return attempt.at(node);
    } catch (NodeException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new NodeUnavailable("%s at %s: %s".formatted(request, nameOf(node), e.getMessage()), e);
    }
  }

  /** All nodes lack it: refused. Otherwise a node that is down now may have it. */
  private static NodeException combined(NodeRequest request, List<NodeException> failures) {
    if (failures.stream().allMatch(NodeRejected.class::isInstance) || failures.size() == 1) {
      return failures.get(failures.size() - 1);
    }
    String each = failures.stream().map(Throwable::getMessage).collect(Collectors.joining("; "));
    return new NodeUnavailable("No node answered " + request + ": " + each, failures.get(0));
  }

  private static void refuseFailure(NodeRequest request, HttpUrl node, Response response)
      throws IOException {
    int status = response.code();
    if (response.isSuccessful()) {
      return;
    }
    String text = new String(readCapped(response, MAX_REFUSAL_BYTES), StandardCharsets.UTF_8);
    boolean callersFault = status >= 400 && status < 500;
    if (callersFault && status != TOO_MANY_REQUESTS && status != REQUEST_TIMEOUT) {
      throw new NodeRejected(request.toString(), status, text);
    }
    throw new NodeUnavailable(
        "%s at %s: status %d %s".formatted(request, nameOf(node), status, text));
  }

  private static byte[] readCapped(Response response, long cap) throws IOException {
    var source = response.body().source();
    if (source.request(cap + 1)) {
      throw new IOException("An answer of more than " + cap + " bytes is not read.");
    }
    return source.readByteArray();
  }

  /** Host and port only: an address may hold credentials. */
  private static String nameOf(HttpUrl node) {
    return node.host() + ":" + node.port();
  }
}
