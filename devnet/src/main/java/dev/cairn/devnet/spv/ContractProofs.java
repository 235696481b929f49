package dev.cairn.devnet.spv;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.spv.InvalidProofException;
import dev.cairn.chainweb.spv.SpvChecker;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.devnet.contract.ChainData;
import dev.cairn.devnet.contract.ProofOracle;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.json.ShapeException;
import dev.cairn.devnet.store.ChainStore;

/**
 * Checks proofs for contracts (reference/chainweb.md 5.5): the root must be a block of the
 * contract's own chain, on the branch of the block being made and not above its parent.
 */
public final class ContractProofs implements ProofOracle {

  private static final String OUT_OF_BOUNDS =
      "spv verification failed: target header is not in the chain or is out of bounds";

  private final ChainStore store;

  public ContractProofs(ChainStore store) {
    this.store = store;
  }

  @Override
  public JsonNode verifyOutput(String kind, JsonNode proof, ChainData at) {
    if (kind.equals("ETH")) {
      throw new ProofException("verifySPV: ETH proof type is not yet supported in Pact5.");
    }
    if (!kind.equals("TXOUT")) {
      throw new ProofException("verifySPV: Unsupported proof type: " + kind);
    }
    SpvProof decoded = decode(proof, "pactObjectOutputProof: Failed to decode proof object");
    requireChain(decoded, at, "verifySPV: cannot redeem spv proof on wrong target chain");
    JsonNode result = provenResult(decoded, at).path("result");
    if (!result.path("status").asText().equals("success")) {
      throw new ProofException("verifySPV: Failed command result in tx output proof");
    }
    if (!result.path("data").isObject()) {
      throw new ProofException("verifySPV: command result not an object");
    }
    return result.get("data");
  }

  @Override
  public JsonNode verifyContinuation(String proof, ChainData at) {
    SpvProof decoded =
        decode(transported(proof), "verifyCont: Cannot decode transaction output proof");
    requireChain(
        decoded, at, "verifyCont: cannot redeem continuation proof on wrong targget chain");
    JsonNode continuation = provenResult(decoded, at).path("continuation");
    if (!continuation.isObject()) {
      throw new ProofException("verifyCont: No pact exec found in command result");
    }
    return continuation;
  }

  private static JsonNode transported(String proof) {
    try {
      return JsonShape.parse(Base64Url.decodeLenient(proof)).node();
    } catch (MalformedException notBase64) {
      throw new ProofException("verifyCont: Invalid base64-encoded transaction output proof");
    } catch (ShapeException notJson) {
      throw new ProofException("verifyCont: Cannot decode transaction output proof");
    }
  }

  private static SpvProof decode(JsonNode proof, String refusal) {
    try {
      return SpvProof.fromJson(proof);
    } catch (MalformedException noProof) {
      throw new ProofException(refusal);
    }
  }

  private static void requireChain(SpvProof proof, ChainData at, String refusal) {
    if (!proof.chain().toString().equals(at.chainId())) {
      throw new ProofException(refusal);
    }
  }

  private JsonNode provenResult(SpvProof proof, ChainData at) {
    if (!isOnBranch(proof.chain(), proof.root(), at.blockHeight() - 1)) {
      throw new ProofException(OUT_OF_BOUNDS);
    }
    try {
      return JsonShape.parse(SpvChecker.checkOutput(proof).output().bytes()).node();
    } catch (InvalidProofException notAnOutput) {
      throw new ProofException(OUT_OF_BOUNDS);
    }
  }

  private boolean isOnBranch(ChainId chain, Hash root, long parentHeight) {
    return store
        .header(chain, root)
        .map(BlockHeader::height)
        .filter(height -> height.value() <= parentHeight)
        .flatMap(height -> store.hashAt(chain, height))
        .filter(root::equals)
        .isPresent();
  }
}
