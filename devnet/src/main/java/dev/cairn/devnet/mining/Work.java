package dev.cairn.devnet.mining;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A header that needs a nonce. */
public record Work(BlockHeader header) {

  // LE32(chain) ‖ target ‖ header without its hash (reference/chainweb.md, mining API)
  /** The bytes that miners get: 322 on a graph of degree 3. */
  public byte[] encode() {
    byte[] encoded = header.encode();
    byte[] open = Arrays.copyOf(encoded, encoded.length - Hash.SIZE);
    return ByteBuffer.allocate(Integer.BYTES + Hash.SIZE + open.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(header.chainId().value())
        .put(header.target().littleEndian())
        .put(open)
        .array();
  }
}
