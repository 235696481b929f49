package dev.cairn.proof.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.StrictJson;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.proof.store.Pin;
import java.util.List;

/**
 * A trust file's JSON, cut open where the blocks of one network stand, so that any number of blocks
 * can be written between the halves. Members are ordered to make that place the last one.
 */
record TrustText(String before, String after, boolean hasBlocks) {
  /** The ends of the list of blocks, the network, the networks, the file. */
  private static final String AFTER = "]}}}";

  static TrustText of(TrustFile trust, String network) {
    ObjectNode file = (ObjectNode) StrictJson.parse(trust.toJson(), "trust file");
    ObjectNode networks = (ObjectNode) file.remove("networks");
    ObjectNode open = (ObjectNode) networks.remove(network);
    boolean hasBlocks = !open.path("blocks").isEmpty();
    open.set("blocks", open.remove("blocks"));
    networks.set(network, open);
    file.set("networks", networks);
    String text = StrictJson.write(file);
    return new TrustText(text.substring(0, text.length() - AFTER.length()), AFTER, hasBlocks);
  }

  /** Blocks as list items, with a comma before each that is not the first. */
  static String items(List<Pin> pins, boolean first) {
    StringBuilder text = new StringBuilder();
    for (Pin pin : pins) {
      if (!first || text.length() > 0) {
        text.append(',');
      }
      text.append(item(pin));
    }
    return text.toString();
  }

  private static ObjectNode item(Pin pin) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("chainId", pin.block().chain().value())
        .put("height", pin.block().height().value())
        .put("hash", pin.block().hash().toString());
  }
}
