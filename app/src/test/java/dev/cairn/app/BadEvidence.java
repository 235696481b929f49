package dev.cairn.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.merkle.ProofStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A change of good evidence, or of what is trusted, and the step that must fail then.
 *
 * @param what in words, for the document
 */
record BadEvidence(
    String what, UnaryOperator<byte[]> evidence, UnaryOperator<byte[]> trust, String step) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NETWORK = "/networks/development";

  static List<BadEvidence> all() {
    List<BadEvidence> all = new ArrayList<>(texts());
    all.addAll(proofs());
    all.addAll(trusts());
    return all;
  }

  private static List<BadEvidence> texts() {
    return List.of(
        changed("an empty file", bytes -> new byte[0], "evidence format"),
        changed(
            "the first half", bytes -> Arrays.copyOf(bytes, bytes.length / 2), "evidence format"),
        changed("a file of 3 MB", bytes -> Arrays.copyOf(bytes, 3_000_000), "evidence format"),
        inEvidence("an unknown member", json -> json.put("x", 1), "evidence format"),
        inEvidence(
            "a signature of another key",
            json -> json.put("event", resigned(json.path("event").asText())),
            "signature"),
        inEvidence(
            "another event of the same device",
            json -> json.put("event", BadRequests.signed("elsewhere", "1")),
            "leaf in batch"),
        inEvidence(
            "a member of the path too many",
            json -> ((ArrayNode) json.at("/inclusion/path")).add("A".repeat(43)),
            "leaf in batch"),
        inEvidence(
            "a receipt of another request",
            json -> ((ArrayNode) json.at("/receipt/path")).add("A".repeat(43)),
            "receipt"));
  }

  private static List<BadEvidence> proofs() {
    return List.of(
        inProof("no last step in the proof", steps -> steps.remove(steps.size() - 1)),
        inProof("no first step in the proof", steps -> steps.remove(0)),
        inProof("a step too many in the proof", steps -> steps.add(steps.get(0))),
        inProof("two steps of the proof swapped", steps -> Collections.swap(steps, 0, 1)),
        inEvidence(
            "another output in the proof",
            json -> ((ObjectNode) json.at("/anchor/spv/subject")).put("input", "AXt9"),
            "output in block"),
        inEvidence(
            "a confirmation too few",
            json -> ((ArrayNode) json.at("/anchor/headers")).remove(2),
            "confirmations"),
        inEvidence(
            "a bit of the block's header changed",
            json -> {
              ArrayNode headers = (ArrayNode) json.at("/anchor/headers");
              headers.set(0, flipped(headers.get(0).asText()));
            },
            "header hash"));
  }

  private static List<BadEvidence> trusts() {
    return List.of(
        inTrust(
            "headers below their target, where work is required",
            json -> ((ObjectNode) json.at(NETWORK)).put("proofOfWork", "required"),
            "proof of work"),
        inTrust(
            "a contract that is not trusted",
            json -> ((ObjectNode) json.at(NETWORK + "/contracts/0")).put("module", "free.other"),
            "contract and module trusted"),
        inTrust(
            "a version of the contract that is not trusted",
            json ->
                ((ArrayNode) json.at(NETWORK + "/contracts/0/moduleHashes"))
                    .removeAll()
                    .add("A".repeat(43)),
            "contract and module trusted"),
        inTrust(
            "more confirmations wanted than there are",
            json -> ((ObjectNode) json.at(NETWORK)).put("confirmations", 9),
            "confirmations"),
        inTrust(
            "a block that nobody vouches for",
            json -> ((ArrayNode) json.at(NETWORK + "/blocks")).removeAll(),
            "block trusted"),
        inTrust(
            "a signer who is not trusted",
            json -> json.putArray("signers").add(json.at("/gatewayKeys/0")),
            "signer trusted"));
  }

  private static BadEvidence changed(String what, UnaryOperator<byte[]> change, String step) {
    return new BadEvidence(what, change, same -> same, step);
  }

  private static BadEvidence inEvidence(String what, Consumer<ObjectNode> change, String step) {
    return changed(what, edit(change), step);
  }

  private static BadEvidence inTrust(String what, Consumer<ObjectNode> change, String step) {
    return new BadEvidence(what, same -> same, edit(change), step);
  }

  private static BadEvidence inProof(String what, Consumer<List<ProofStep>> change) {
    return inEvidence(
        what,
        json -> {
          ObjectNode spv = (ObjectNode) json.at("/anchor/spv");
          InclusionProof proof = InclusionProof.parse(spv.path("object").asText());
          List<ProofStep> steps = new ArrayList<>(proof.steps());
          change.accept(steps);
          spv.put("object", Base64Url.encode(new InclusionProof(proof.position(), steps).encode()));
        },
        "output in block");
  }

  private static UnaryOperator<byte[]> edit(Consumer<ObjectNode> change) {
    return bytes -> {
      try {
        ObjectNode json = (ObjectNode) JSON.readTree(bytes);
        change.accept(json);
        return json.toString().getBytes(StandardCharsets.UTF_8);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    };
  }

  private static String resigned(String jws) {
    String other = BadRequests.signed("other", "other");
    return jws.substring(0, jws.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
  }

  private static JsonNode flipped(String header) {
    byte[] bytes = Base64Url.decode(header);
    bytes[100] ^= 1;
    return JSON.getNodeFactory().textNode(Base64Url.encode(bytes));
  }
}
