package dev.cairn.devnet.block;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.payload.PayloadWithOutputs;

/** A header and the payload whose hash it carries. */
public record Block(BlockHeader header, PayloadWithOutputs payload) {

  public Block {
    if (!header.payloadHash().equals(payload.payloadHash())) {
      throw new IllegalArgumentException(
          "A block holds the payload that its header names, not " + payload.payloadHash() + ".");
    }
  }

  public ChainId chain() {
    return header.chainId();
  }
}
