package dev.cairn.devnet.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    return header.toJsonObject(network);
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
