package dev.cairn.devnet.store;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.block.Place;
import java.nio.ByteBuffer;
import java.util.List;

/** The entries that blocks leave in the store: what they are, and what finds them. */
final class BlockIndex {

  private BlockIndex() {}

  /** Puts the block itself. */
  static void put(Block block, Batch batch) {
    BlockHeader header = block.header();
    PayloadWithOutputs payload = block.payload();
    batch.put(Keys.header(block.chain(), header.hash()), header.encode());
    batch.put(
        Keys.payload(block.chain(), payload.payloadHash()),
        withHeight(header.height(), payload.encode()));
  }

  /** Puts it on the winning branch. */
  static void win(Block block, List<Hash> requestKeys, Batch batch) {
    BlockHeader header = block.header();
    batch.put(Keys.branch(block.chain(), header.height()), header.hash().bytes());
    for (int i = 0; i < requestKeys.size(); i++) {
      Place place = new Place(header.hash(), header.height(), i);
      batch.put(Keys.transaction(block.chain(), requestKeys.get(i)), encode(place));
    }
  }

  /** Takes it from the winning branch; who wins its height is put afterwards. */
  static void lose(Block block, Batch batch) {
    compete(block.header(), batch);
    for (Hash requestKey : block.requestKeys()) {
      batch.delete(Keys.transaction(block.chain(), requestKey));
    }
  }

  /** Notes that the winner of its height has a competitor in it. */
  static void compete(BlockHeader header, Batch batch) {
    batch.put(Keys.competitor(header.chainId(), header.height(), header.hash()), new byte[0]);
  }

  private static byte[] withHeight(BlockHeight height, byte[] payload) {
    return ByteBuffer.allocate(Long.BYTES + payload.length)
        .putLong(height.value())
        .put(payload)
        .array();
  }

  // block hash ‖ BE64(height) ‖ BE32(index)
  private static byte[] encode(Place place) {
    return ByteBuffer.allocate(Hash.SIZE + Long.BYTES + Integer.BYTES)
        .put(place.block().bytes())
        .putLong(place.height().value())
        .putInt(place.index())
        .array();
  }

  /** Reads where a transaction is. */
  static Place place(byte[] encoded) {
    ByteBuffer in = ByteBuffer.wrap(encoded);
    byte[] hash = new byte[Hash.SIZE];
    in.get(hash);
    return new Place(Hash.of(hash), new BlockHeight(in.getLong()), in.getInt());
  }
}
