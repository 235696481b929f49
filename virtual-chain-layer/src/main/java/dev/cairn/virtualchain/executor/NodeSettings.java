package dev.cairn.virtualchain.executor;

import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * Which network, through which nodes, and how long to wait for them.
 *
 * @param nodes addresses of service APIs, tried in this order
 * @param network the network's name, part of every path and every command
 * @param connectTimeout until a connection stands
 * @param answerTimeout for a whole exchange with one node
 * @param streamSilence a header stream that says nothing for so long counts as broken
 */
public record NodeSettings(
    List<HttpUrl> nodes,
    String network,
    Duration connectTimeout,
    Duration answerTimeout,
    Duration streamSilence) {

  /** Long enough for a far node, short enough to try the next one. */
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** A node's own limit for slow answers is 30 s behind its usual proxies. */
  public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

  /** A network of any size mines some block every 30 s; three times that. */
  public static final Duration STREAM_SILENCE = Duration.ofSeconds(90);

  public NodeSettings {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("At least one node is needed.");
    }
    if (!network.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          "A network name has 1 to 64 letters, digits, dots, dashes, not \"" + network + "\".");
    }
  }

  public static NodeSettings of(List<HttpUrl> nodes, String network) {
    return new NodeSettings(nodes, network, CONNECT_TIMEOUT, ANSWER_TIMEOUT, STREAM_SILENCE);
  }
}
