package dev.cairn.devnet.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devnet.replay.NodeUnderTest.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Listens to the streams of new headers and blocks, and compares one event of each. */
final class UpdateReplay {

  private final NodeUnderTest node;
  private final Comparison comparison;

  UpdateReplay(NodeUnderTest node, Comparison comparison) {
    this.node = node;
    this.comparison = comparison;
  }

  /**
   * Plays both streams.
   *
   * @param news makes the network mine
   */
  List<Verdict> play(Runnable news) {
    List<Verdict> verdicts = new ArrayList<>();
    for (JsonNode stream : Recording.file("updates").get("streams")) {
      verdicts.add(play(stream, news));
    }
    return verdicts;
  }

  private Verdict play(JsonNode stream, Runnable news) {
    String path = stream.get("path").textValue();
    HttpRequest request = HttpRequest.newBuilder(node.root().resolve(path)).build();
    try {
      HttpResponse<Stream<String>> answer = node.http().send(request, BodyHandlers.ofLines());
      news.run();
      try (Stream<String> lines = answer.body()) {
        Iterator<String> text = lines.iterator();
        return compare(stream, path, answer, eventOf(chain(stream), text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int chain(JsonNode stream) {
    String event = stream.get("text").textValue().split("\n\n", 2)[0];
    return NodeUnderTest.parse(new String(data(event), StandardCharsets.UTF_8))
        .at("/header/chainId")
        .intValue();
  }

  // Events are separated by empty lines; neighbours differ from chain to chain.
  private static String eventOf(int chain, Iterator<String> lines) {
    String event;
    do {
      event = lines.next() + "\n" + lines.next();
      lines.next();
    } while (!event.contains("\"chainId\":" + chain + ","));
    return event;
  }

  private Verdict compare(
      JsonNode stream, String path, HttpResponse<Stream<String>> answer, String event) {
    String type = stream.get("contentType").textValue();
    String given = answer.headers().firstValue("content-type").orElse("");
    String recorded = stream.get("text").textValue().split("\n\n", 2)[0];
    Reply reply = new Reply(answer.statusCode(), given, data(event));
    String expected = new String(data(recorded), StandardCharsets.UTF_8);
    return comparison.compare("updates", path, 200, type, expected, reply);
  }

  // event:BlockHeader, then data:{..}
  private static byte[] data(String event) {
    String[] lines = event.split("\n", -1);
    if (!lines[0].equals("event:BlockHeader") || !lines[1].startsWith("data:")) {
      throw new IllegalStateException("This is no event: " + event);
    }
    return lines[1].substring("data:".length()).getBytes(StandardCharsets.UTF_8);
  }
}
