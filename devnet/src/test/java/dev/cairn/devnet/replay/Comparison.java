package dev.cairn.devnet.replay;

import dev.cairn.devnet.replay.NodeUnderTest.Reply;
import dev.cairn.devnet.replay.Verdict.Kind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares answers with recorded ones.
 *
 * @param ownContracts whether the network has our contracts, whose hashes, lines and gas are others
 */
record Comparison(Translation translation, boolean ownContracts) {

  // Heights, times, hashes, what they are summed up to, the counters of a chain, and binary forms.
  private static final String CHAIN =
      ".*\\.(blockHash|blockHeight|blockTime|prevBlockHash|logs|txId|nonce|creationTime|parent|target"
          + "|payloadHash|weight|epochStart|hash|height|transactionsHash|outputsHash|coinbase|powHash"
          + "|next|id|nodeBlockDelay|txCount|object|subject\\.input)"
          + "|.*\\.adjacents\\.[0-9]+|.*\\.transactions(\\[\\]|\\[.*)?|.*\\.items\\[[0-9]+\\]";

  // Where our contracts are: their hashes and lines, and the gas that their code costs.
  private static final String CONTRACTS =
      "|.*\\.(moduleHash|info|gas)|.*\\.events\\[[0-9]+\\]\\.params\\[2\\]";

  /** Compares an answer's text: the same, or the same shape with values of another chain. */
  Verdict compare(String file, String request, int status, String type, String body, Reply reply) {
    return compare(file, request, status, type, body, reply, "");
  }

  /**
   * As above.
   *
   * @param alsoFree further paths whose values belong to a chain
   */
  Verdict compare(
      String file,
      String request,
      int status,
      String type,
      String body,
      Reply reply,
      String alsoFree) {
    if (reply.status() != status) {
      String reason = "status " + status + " is " + reply.status() + " " + brief(reply.text());
      return new Verdict(file, request, Kind.DIFFERENT, reason);
    }
    if (!type.isEmpty() && !reply.contentType().equals(type)) {
      String reason = "content type " + type + " is " + reply.contentType();
      return new Verdict(file, request, Kind.DIFFERENT, reason);
    }
    String expected = translation.apply(body);
    if (expected.equals(reply.text())) {
      return new Verdict(file, request, Kind.SAME_TEXT, "");
    }
    if (masked(expected).equals(masked(reply.text()))) {
      return new Verdict(file, request, Kind.SAME_SHAPE, "");
    }
    if (!expected.startsWith("{") && !expected.startsWith("[")) {
      String reason = brief(expected) + " is " + brief(reply.text());
      return new Verdict(file, request, Kind.DIFFERENT, reason);
    }
    return compareJson(file, request, expected, reply, alsoFree);
  }

  private Verdict compareJson(
      String file, String request, String expected, Reply reply, String alsoFree) {
    Pattern free =
        Pattern.compile(
            CHAIN + (ownContracts ? CONTRACTS : "") + (alsoFree.isEmpty() ? "" : "|" + alsoFree));
    List<String> differences =
        JsonDifferences.between(NodeUnderTest.parse(expected), reply.json(), free);
    return differences.isEmpty()
        ? new Verdict(file, request, Kind.SAME_SHAPE, "")
        : new Verdict(file, request, Kind.DIFFERENT, String.join("; ", differences));
  }

  // Hashes and depths that are quoted inside a text.
  private static String masked(String text) {
    return text.replaceAll("MerkleLogHash [A-Za-z0-9_-]{43}", "MerkleLogHash ..")
        .replaceAll("getActual = [0-9]+", "getActual = ..");
  }

  private static String brief(String text) {
    return text.length() > 200 ? text.substring(0, 200) + ".." : text;
  }
}
