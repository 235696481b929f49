package dev.cairn.chainweb.spv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.JsonFields;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.Sha512t256;
import dev.cairn.chainweb.StrictJson;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.merkle.MerkleItem;
import java.util.Set;

/** The JSON form of a proof (reference §5.1). */
final class SpvProofJson {

  /** Longest text that is read: twice the largest body that a node takes. */
  static final int MAX_JSON_BYTES = 4 << 20;

  private static final Set<String> MEMBERS = Set.of("chain", "object", "subject", "algorithm");

  private SpvProofJson() {}

  static SpvProof parse(byte[] json) {
    if (json.length > MAX_JSON_BYTES) {
      throw new MalformedException(
          "An SPV proof has at most %d bytes, not %d.".formatted(MAX_JSON_BYTES, json.length));
    }
    return read(StrictJson.parse(json, "SPV proof"));
  }

  static SpvProof read(JsonNode object) {
    JsonFields fields = JsonFields.of(object, "SPV proof").only(MEMBERS);
    if (!fields.text("algorithm").equals(Sha512t256.PROTOCOL_NAME)) {
      throw new MalformedException(
          "The algorithm of an SPV proof is SHA512t_256, not " + fields.text("algorithm") + ".");
    }
    return new SpvProof(
        new ChainId(fields.intValue("chain")),
        InclusionProof.decode(fields.bytes("object")),
        readSubject(fields.object("subject")));
  }

  static ObjectNode write(SpvProof proof) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("chain", proof.chain().value());
    object.put("object", proof.object().toString());
    object.set("subject", writeSubject(proof.subject()));
    object.put("algorithm", Sha512t256.PROTOCOL_NAME);
    return object;
  }

  private static MerkleItem readSubject(JsonNode object) {
    JsonFields fields = JsonFields.of(object, "proof subject");
    if (fields.has("tree")) {
      return MerkleItem.tree(fields.only(Set.of("tree")).hash("tree"));
    }
    return MerkleItem.input(fields.only(Set.of("input")).bytes("input"));
  }

  private static ObjectNode writeSubject(MerkleItem subject) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    if (subject instanceof MerkleItem.Input input) {
      return object.put("input", Base64Url.encode(input.bytes()));
    }
    return object.put("tree", subject.hash().toString());
  }
}
