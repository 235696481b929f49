package dev.cairn.chainweb.spv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.merkle.MerkleItem;
import java.nio.charset.StandardCharsets;

/**
 * Proof that a transaction or its output is in a block that a header of the target chain commits to
 * (reference §5.1).
 *
 * @param chain the target chain, whose header is the root
 * @param object the path from the subject to that header's hash
 * @param subject the transaction or output, with its tag
 */
public record SpvProof(ChainId chain, InclusionProof object, MerkleItem subject) {

  /** Reads the JSON object, members in any order, none missing, unknown or twice. */
  public static SpvProof parse(byte[] json) {
    return SpvProofJson.parse(json);
  }

  public static SpvProof parse(String json) {
    return parse(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a tree that a strict parser made; duplicate members can no longer be seen here. */
  public static SpvProof fromJson(JsonNode object) {
    return SpvProofJson.read(object);
  }

  /** Reads what {@code pact/spv} answers, without the JSON quotes: base64url of the JSON object. */
  public static SpvProof parseTransport(String base64Url) {
    return parse(Base64Url.decodeLenient(base64Url));
  }

  /** The JSON object, members in the order of a 2.32 node. */
  public ObjectNode toJsonObject() {
    return SpvProofJson.write(this);
  }

  /** The JSON object as text without blanks, byte for byte as a 2.32 node writes it. */
  public String toJson() {
    return toJsonObject().toString();
  }

  /** What {@code pact/spv} answers, without the JSON quotes; also a continuation's proof text. */
  public String toTransport() {
    return Base64Url.encode(toJson().getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of the target header, if the subject is where the proof says. */
  public Hash root() {
    return object.run(subject);
  }
}
