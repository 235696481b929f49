package dev.cairn.virtualchain.executor;

/**
 * A node refused the request itself (HTTP 4xx): the same request gets the same answer until the
 * request, or the chain, has changed. The node's own words are in {@link #text()}.
 */
public final class NodeRejected extends NodeException {

  /** Characters of a node's text that go into messages; Pact errors are cut at 256 themselves. */
  private static final int MAX_TEXT_IN_MESSAGE = 600;

  private static final int NOT_FOUND = 404;

  private final int status;
  private final String text;

  public NodeRejected(String request, int status, String text) {
    super("%s was refused with %d: %s".formatted(request, status, shorten(text)));
    this.status = status;
    this.text = text;
  }

  /** The HTTP status, 4xx. */
  public int status() {
    return status;
  }

  /** The body of the refusal, possibly empty. */
  public String text() {
    return text;
  }

  /** True when the node does not have what was asked for; another node, or the same later, may. */
  public boolean isUnknownHere() {
    return status == NOT_FOUND;
  }

  private static String shorten(String text) {
    return text.length() <= MAX_TEXT_IN_MESSAGE
        ? text
        : text.substring(0, MAX_TEXT_IN_MESSAGE) + "…";
  }
}
