package dev.cairn.devnet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.devnet.contract.ProofOracle.ProofException;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.pact.chain.PactExecutionJson;
import dev.cairn.pact.defpact.PactExecution;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.encoding.StableJson;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.SpvSupport;
import dev.cairn.pact.value.PObject;
import java.nio.charset.StandardCharsets;

/** Proofs as Pact's evaluator asks for them, for one run. */
record PactProofs(ProofOracle oracle, ChainData at) implements SpvSupport {

  @Override
  public PObject verify(String kind, PObject proof) {
    try {
      JsonNode result = oracle.verifyOutput(kind, json(proof), at);
      return (PObject) RequestJson.read(result);
    } catch (ProofException refused) {
      throw PactException.fatal("SPV verification failure: " + refused.getMessage());
    }
  }

  private static ObjectNode json(PObject proof) {
    byte[] text = StableJson.write(proof).getBytes(StandardCharsets.UTF_8);
    return (ObjectNode) JsonShape.parse(text).node();
  }

  @Override
  public PactExecution verifyContinuation(String proof) {
    try {
      return PactExecutionJson.read(oracle.verifyContinuation(proof, at));
    } catch (ProofException refused) {
      throw PactException.fatal("Continuation error: " + refused.getMessage());
    }
  }
}
