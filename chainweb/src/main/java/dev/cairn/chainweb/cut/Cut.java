package dev.cairn.chainweb.cut;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockWeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.Sha512t256;
import dev.cairn.chainweb.TieBreak;
import dev.cairn.chainweb.header.BlockHeader;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The newest block of every chain, as nodes publish it (reference §3.3).
 *
 * @param blocks by chain
 * @param weight sum of the blocks' weights
 * @param height sum of the blocks' heights
 * @param instance name of the network
 * @param id hash of the block hashes in an order that depends on the node; opaque to readers
 */
public record Cut(
    SortedMap<ChainId, BlockRef> blocks,
    BlockWeight weight,
    long height,
    String instance,
    Hash id) {

  public Cut {
    blocks = Collections.unmodifiableSortedMap(new TreeMap<>(blocks));
  }

  /** The cut of these headers, one per chain; the order decides the id. */
  public static Cut of(String instance, Collection<BlockHeader> headers, TieBreak idOrder) {
    SortedMap<ChainId, BlockRef> blocks = new TreeMap<>();
    BigInteger weight = BigInteger.ZERO;
    for (BlockHeader header : headers) {
      blocks.put(header.chainId(), BlockRef.of(header));
      weight = weight.add(header.weight().value());
    }
    if (blocks.size() != headers.size()) {
      throw new IllegalArgumentException("A cut has one block of each chain.");
    }
    return new Cut(
        blocks, new BlockWeight(weight), heightOf(blocks), instance, idOf(blocks, idOrder));
  }

  public static Cut fromJson(JsonNode object) {
    return CutJson.read(object);
  }

  /** The JSON object with its chains in the given order; a 2.32 node prints order B. */
  public ObjectNode toJson(TieBreak order) {
    return CutJson.write(this, order);
  }

  /** The id that the blocks have in an order: H(block hashes joined). */
  public Hash computeId(TieBreak order) {
    return idOf(blocks, order);
  }

  /** The sum of the blocks' heights. */
  public long computeHeight() {
    return heightOf(blocks);
  }

  /**
   * The height at which every chain has a block: what {@code maxheight} of a query comes down to.
   */
  public static BlockHeight chainHeight(long cutHeight, int chains) {
    return new BlockHeight(cutHeight / chains);
  }

  private static long heightOf(SortedMap<ChainId, BlockRef> blocks) {
    return blocks.values().stream().mapToLong(block -> block.height().value()).sum();
  }

  private static Hash idOf(SortedMap<ChainId, BlockRef> blocks, TieBreak order) {
    return Sha512t256.hash(
        order.sort(blocks.keySet().stream()).stream()
            .map(chain -> blocks.get(chain).hash().bytes())
            .toArray(byte[][]::new));
  }
}
