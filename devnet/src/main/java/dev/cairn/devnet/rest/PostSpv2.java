package dev.cairn.devnet.rest;

import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.devnet.block.Frontier;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.spv.EventsProver;
import dev.cairn.devnet.spv.EventsProver.Algorithm;
import dev.cairn.devnet.spv.OutputProver;
import dev.cairn.devnet.spv.UnsupportedEventException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Proofs to the events log of a block. Proofs of results fail, as on a node 2.32, whose own test of
 * the payload hash is inverted (reference/chainweb.md 5.6).
 */
final class PostSpv2 implements Endpoint {

  private final String base;
  private final ChainGraph graph;
  private final Supplier<Frontier> frontier;
  private final OutputProver prover;

  PostSpv2(String base, ChainGraph graph, Supplier<Frontier> frontier, OutputProver prover) {
    this.base = base;
    this.graph = graph;
    this.frontier = frontier;
    this.prover = prover;
  }

  @Override
  public Route route() {
    return Route.post(base + "/chain/{chain}/pact/spv2", Representation.JSON);
  }

  /** What is asked for. */
  private record Request(
      boolean events, int chain, Hash key, Optional<Long> depth, Algorithm algorithm) {

    static Request read(JsonShape body) {
      JsonShape subject = body.member("subjectIdentifier");
      JsonShape type = subject.member("type");
      JsonShape algorithm = body.member("algorithm");
      return new Request(
          switch (type.text()) {
            case "events" -> true;
            case "result" -> false;
            default -> throw type.problem("unknown spv subject type: " + type.text());
          },
          Math.toIntExact(subject.member("chain").integer()),
          WireCommand.requestKey(subject.member("requestKey")),
          body.present("minimalProofDepth").map(JsonShape::integer),
          Algorithm.named(algorithm.text())
              .orElseThrow(() -> algorithm.problem("unknown algorithm: " + algorithm.text())));
    }

    // As a node shows its own request.
    String shown() {
      return "Spv2Request {_spv2ReqSubjectIdentifier = SpvSubjectIdentifier {_spvSubjectIdType = "
          + (events ? "SpvSubjectEvents" : "SpvSubjectResult")
          + ", _spvSubjectIdChain = ChainId "
          + chain
          + ", _spvSubjectIdReqKey = \""
          + key
          + "\"}, _spv2ReqMinimalProofDepth = "
          + depth.map(value -> "Just " + value).orElse("Nothing")
          + ", _spv2ReqAlgorithm = Spv"
          + algorithm.text()
          + "}";
    }
  }

  @Override
  public Answer answer(Call call) {
    Request request = Request.read(call.json());
    if (!request.events() && request.algorithm() != Algorithm.SHA512T_256) {
      throw Refusal.malformed(
          "Algorithm " + request.shown() + " is not supported with SPV result proofs.");
    }
    if (request.events() && request.chain() != call.chain().value()) {
      throw Refusal.malformed("Cross chain SPV proofs for are not supported for Pact events");
    }
    OutputProver.Found found =
        prover
            .find(call.chain(), request.key())
            .orElseThrow(
                () -> Refusal.malformed("Transaction hash not found: \"" + request.key() + "\""));
    requireDepth(request.depth().orElse((long) graph.diameter()), call.chain(), found);
    return Answer.json(prove(request, found));
  }

  private void requireDepth(long expected, ChainId chain, OutputProver.Found found) {
    long actual =
        frontier.get().of(chain).height().value() - found.block().header().height().value();
    if (actual < expected) {
      throw failed(
          "SpvExceptionInsufficientProofDepth {_spvExceptionMsg = \"Insufficient depth of root"
              + " header for SPV proof\", _spvExceptionExpectedDepth = Expected {getExpected = "
              + expected
              + "}, _spvExceptionActualDepth = Actual {getActual = "
              + actual
              + "}}");
    }
  }

  private static String prove(Request request, OutputProver.Found found) {
    if (!request.events()) {
      throw failed(
          "SpvExceptionInconsistentPayloadData {_spvExceptionMsg = \"The stored payload hash"
              + " doesn't match the the db index\", _spvExceptionMsgPayloadHash = BlockPayloadHash"
              + " (MerkleLogHash "
              + found.block().header().payloadHash()
              + ")}");
    }
    try {
      return EventsProver.prove(found.block().payload(), found.index(), request.algorithm());
    } catch (UnsupportedEventException unsupported) {
      throw failed(String.valueOf(unsupported.getMessage()));
    }
  }

  private static Refusal failed(String reason) {
    return Refusal.malformed("SPV proof creation failed:" + reason);
  }
}
