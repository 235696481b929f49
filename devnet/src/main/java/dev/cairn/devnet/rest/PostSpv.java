package dev.cairn.devnet.rest;

import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.spv.OutputProver;

/** The proof that a transaction's output is seen by another chain, as a JSON string. */
final class PostSpv implements Endpoint {

  private final String base;
  private final ChainGraph graph;
  private final OutputProver prover;

  PostSpv(String base, ChainGraph graph, OutputProver prover) {
    this.base = base;
    this.graph = graph;
    this.prover = prover;
  }

  @Override
  public Route route() {
    return Route.post(base + "/chain/{chain}/pact/spv", Representation.JSON);
  }

  // The transaction is looked up before the target is parsed, as a node does it.
  @Override
  public Answer answer(Call call) {
    JsonShape body = call.json();
    String keyText = body.member("requestKey").text();
    String targetText = body.member("targetChainId").text();
    OutputProver.Found found =
        prover
            .find(call.chain(), requestKey(keyText))
            .orElseThrow(() -> Refusal.rejected("Transaction hash not found: \"" + keyText + "\""));
    SpvProof proof =
        prover
            .prove(found, target(targetText))
            .orElseThrow(
                () ->
                    Refusal.rejected(
                        "SPV target not reachable: target chain not reachable."
                            + " Chainweb instance is too young"));
    return Answer.json("\"" + proof.toTransport() + "\"");
  }

  private static Hash requestKey(String text) {
    byte[] bytes;
    try {
      bytes = Base64Url.decodeLenient(text);
    } catch (MalformedException notBase64) {
      throw Refusal.rejected("Request Key " + text + " is not base64url");
    }
    if (bytes.length != Hash.SIZE) {
      throw Refusal.rejected(
          "Request Key " + text + " has incorrect hash of length " + bytes.length);
    }
    return Hash.of(bytes);
  }

  // A node has no text for a chain that does not exist.
  private ChainId target(String text) {
    try {
      ChainId target = ChainId.parse(text);
      if (graph.contains(target)) {
        return target;
      }
    } catch (MalformedException notNumber) {
      // The same answer.
    }
    throw Refusal.broken();
  }
}
