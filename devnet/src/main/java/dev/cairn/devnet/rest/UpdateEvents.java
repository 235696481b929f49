package dev.cairn.devnet.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.block.Block;

/** Server-sent events of new blocks (reference/chainweb.md 6, "Update streams"). */
final class UpdateEvents {

  // In events a node orders all members by name.
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private final Encodings encodings;

  UpdateEvents(Encodings encodings) {
    this.encodings = encodings;
  }

  /** The event of a header. */
  String header(Block block) {
    return event(data(block));
  }

  /** The event of a block: the header's, and the payload. */
  String block(Block block) {
    ObjectNode data = data(block);
    data.set("payloadWithOutputs", block.payload().toJson());
    return event(data);
  }

  private ObjectNode data(Block block) {
    BlockHeader header = block.header();
    ObjectNode data = SORTED.createObjectNode();
    data.set("header", encodings.headerObject(header));
    data.put("powHash", header.powHash().hex());
    data.put("target", header.target().hex());
    data.put("txCount", block.payload().transactions().size());
    return data;
  }

  private static String event(ObjectNode data) {
    try {
      return "event:BlockHeader\ndata:" + SORTED.writeValueAsString(data) + "\n\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written.", e);
    }
  }
}
