package dev.cairn.chainweb.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.BlockWeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.HashTarget;
import dev.cairn.chainweb.JsonFields;
import dev.cairn.chainweb.MalformedException;
import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The object form of a header (reference §2.7). */
final class HeaderJson {

  private HeaderJson() {}

  static BlockHeader read(JsonNode object, int versionCode) {
    JsonFields fields = JsonFields.of(object, "block header");
    return new BlockHeader(
        fields.unsignedLong("featureFlags"),
        new BlockTime(fields.signedLong("creationTime")),
        fields.hash("parent"),
        readAdjacents(fields.object("adjacents")),
        HashTarget.parse(fields.text("target")),
        fields.hash("payloadHash"),
        new ChainId(fields.intValue("chainId")),
        BlockWeight.parse(fields.text("weight")),
        new BlockHeight(fields.signedLong("height")),
        versionCode,
        new BlockTime(fields.signedLong("epochStart")),
        readNonce(fields.text("nonce")),
        fields.hash("hash"));
  }

  /** In the member order of a node. */
  static ObjectNode write(BlockHeader header, String networkName) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("nonce", Long.toUnsignedString(header.nonce()));
    object.put("creationTime", header.creationTime().micros());
    object.put("parent", header.parent().toString());
    ObjectNode adjacents = object.putObject("adjacents");
    header.adjacents().forEach((chain, hash) -> adjacents.put(chain.toString(), hash.toString()));
    object.put("target", header.target().toString());
    object.put("payloadHash", header.payloadHash().toString());
    object.put("chainId", header.chainId().value());
    object.put("weight", header.weight().toString());
    object.put("height", header.height().value());
    object.put("chainwebVersion", networkName);
    object.put("epochStart", header.epochStart().micros());
    object.put("featureFlags", new BigInteger(Long.toUnsignedString(header.forkState())));
    object.put("hash", header.hash().toString());
    return object;
  }

  private static SortedMap<ChainId, Hash> readAdjacents(JsonNode object) {
    SortedMap<ChainId, Hash> adjacents = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      adjacents.put(ChainId.parse(entry.getKey()), Hash.parse(entry.getValue().asText()));
    }
    if (adjacents.size() > HeaderCodec.MAX_DEGREE) {
      throw new MalformedException(
          "A block header has at most " + HeaderCodec.MAX_DEGREE + " adjacent parents.");
    }
    return adjacents;
  }

  private static long readNonce(String decimal) {
    try {
      return Long.parseUnsignedLong(decimal);
    } catch (NumberFormatException e) {
      throw new MalformedException("A nonce is an unsigned decimal, not \"" + decimal + "\".", e);
    }
  }
}
