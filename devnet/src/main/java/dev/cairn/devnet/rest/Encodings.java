package dev.cairn.devnet.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.TieBreak;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.block.Block;

/** The JSON of headers and blocks, which names the network. */
final class Encodings {

  private final String network;

  Encodings(String network) {
    this.network = network;
  }

  /** A header as a string of its binary form. */
  static String headerString(BlockHeader header) {
    return "\"" + header.toBase64Url() + "\"";
  }

  /** A header as an object. */
  ObjectNode headerObject(BlockHeader header) {
    ObjectNode object = header.toJsonObject(network);
    // A node prints them as its hash map holds them.
    ObjectNode adjacents = object.objectNode();
    TieBreak.ORDER_B
        .sort(header.adjacents().keySet().stream())
        .forEach(
            chain -> adjacents.put(chain.toString(), header.adjacents().get(chain).toString()));
    object.set("adjacents", adjacents);
    return object;
  }

  /** A header in the form that a client asked for. */
  String header(BlockHeader header, Representation form) {
    return form == Representation.HEADER_OBJECTS
        ? headerObject(header).toString()
        : headerString(header);
  }

  /** {@code {"header":..,"payloadWithOutputs":..}}. */
  String block(Block block) {
    JsonNode payload = block.payload().toJson();
    return "{\"header\":"
        + headerObject(block.header())
        + ",\"payloadWithOutputs\":"
        + payload
        + "}";
  }
}
