package dev.cairn.chainweb.cut;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockWeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.JsonFields;
import dev.cairn.chainweb.TieBreak;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON form of a cut (reference §3.3). */
final class CutJson {

  private CutJson() {}

  static Cut read(JsonNode object) {
    JsonFields fields = JsonFields.of(object, "cut");
    SortedMap<ChainId, BlockRef> blocks = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : fields.object("hashes").properties()) {
      blocks.put(ChainId.parse(entry.getKey()), readBlock(entry.getValue()));
    }
    return new Cut(
        blocks,
        BlockWeight.parse(fields.text("weight")),
        fields.signedLong("height"),
        fields.text("instance"),
        fields.hash("id"));
  }

  static ObjectNode write(Cut cut, TieBreak order) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ObjectNode hashes = object.putObject("hashes");
    for (ChainId chain : order.sort(cut.blocks().keySet().stream())) {
      hashes.set(chain.toString(), writeBlock(cut.blocks().get(chain)));
    }
    object.putNull("origin");
    object.put("weight", cut.weight().toString());
    object.put("height", cut.height());
    object.put("instance", cut.instance());
    return object.put("id", cut.id().toString());
  }

  private static BlockRef readBlock(JsonNode object) {
    JsonFields fields = JsonFields.of(object, "block of a cut");
    return new BlockRef(new BlockHeight(fields.signedLong("height")), fields.hash("hash"));
  }

  private static ObjectNode writeBlock(BlockRef block) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("height", block.height().value());
    return object.put("hash", block.hash().toString());
  }
}
