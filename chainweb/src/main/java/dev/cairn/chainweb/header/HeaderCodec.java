package dev.cairn.chainweb.header;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.BlockWeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.HashTarget;
import dev.cairn.chainweb.MalformedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SortedMap;
import java.util.TreeMap;

/** The binary form of a header: little endian, adjacents ascending (reference §2.1). */
final class HeaderCodec {

  /** Most neighbours of a chain that are read; the largest known graph has degree 7. */
  static final int MAX_DEGREE = 16;

  // LE64 fork state ‖ LE64 time ‖ parent ‖ LE16 count ‖ (LE32 chain ‖ hash)* ‖ target ‖ payload
  // hash
  // ‖ LE32 chain ‖ weight ‖ LE64 height ‖ LE32 version ‖ LE64 epoch start ‖ LE64 nonce ‖ hash
  private static final int SIZE_WITHOUT_ADJACENTS = 210;
  private static final int ADJACENT_SIZE = Integer.BYTES + Hash.SIZE;
  private static final int COUNT_OFFSET = 48;

  private HeaderCodec() {}

  static BlockHeader decode(byte[] bytes) {
    requireExactSize(bytes);
    ByteBuffer source = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return new BlockHeader(
        source.getLong(),
        new BlockTime(source.getLong()),
        Hash.read(source),
        decodeAdjacents(source),
        HashTarget.ofLittleEndian(Hash.read(source).bytes()),
        Hash.read(source),
        new ChainId(source.getInt()),
        BlockWeight.ofLittleEndian(Hash.read(source).bytes()),
        new BlockHeight(source.getLong()),
        source.getInt(),
        new BlockTime(source.getLong()),
        source.getLong(),
        Hash.read(source));
  }

  static byte[] encode(BlockHeader header) {
    int size = SIZE_WITHOUT_ADJACENTS + ADJACENT_SIZE * header.adjacents().size();
    ByteBuffer target = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    target.putLong(header.forkState()).putLong(header.creationTime().micros());
    header.parent().write(target);
    encodeAdjacents(header.adjacents(), target);
    target.put(header.target().littleEndian());
    header.payloadHash().write(target);
    target.putInt(header.chainId().value()).put(header.weight().littleEndian());
    target.putLong(header.height().value()).putInt(header.versionCode());
    target.putLong(header.epochStart().micros()).putLong(header.nonce());
    header.hash().write(target);
    return target.array();
  }

  private static void requireExactSize(byte[] bytes) {
    if (bytes.length < SIZE_WITHOUT_ADJACENTS) {
      throw new MalformedException(
          "A block header is at least 210 bytes, not " + bytes.length + ".");
    }
    int degree = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(COUNT_OFFSET);
    if (degree < 0 || degree > MAX_DEGREE) {
      throw new MalformedException(
          "A block header has 0 to " + MAX_DEGREE + " adjacent parents, not " + degree + ".");
    }
    if (bytes.length != SIZE_WITHOUT_ADJACENTS + ADJACENT_SIZE * degree) {
      throw new MalformedException(
          "A block header with %d adjacent parents can't have %d bytes."
              .formatted(degree, bytes.length));
    }
  }

  private static SortedMap<ChainId, Hash> decodeAdjacents(ByteBuffer source) {
    SortedMap<ChainId, Hash> adjacents = new TreeMap<>();
    for (int left = source.getShort(); left > 0; left--) {
      ChainId chain = new ChainId(source.getInt());
      if (!adjacents.isEmpty() && chain.compareTo(adjacents.lastKey()) <= 0) {
        throw new MalformedException("The adjacent parents of a block header ascend by chain.");
      }
      adjacents.put(chain, Hash.read(source));
    }
    return adjacents;
  }

  private static void encodeAdjacents(SortedMap<ChainId, Hash> adjacents, ByteBuffer target) {
    target.putShort((short) adjacents.size());
    adjacents.forEach(
        (chain, hash) -> {
          target.putInt(chain.value());
          hash.write(target);
        });
  }
}
