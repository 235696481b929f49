package dev.cairn.devnet.store;

import dev.cairn.chainweb.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rows a block wrote: what pruning goes by.
 *
 * @param block hash of the block
 */
record Written(Hash block, List<Item> items) {

  /**
   * A row's name, and the version that the block replaced.
   *
   * @param previous {@link Version#NO_NUMBER} if there was none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Item(byte[] name, long previous) {}

  Written {
    items = List.copyOf(items);
  }

  // block hash ‖ for each row BE32(length) ‖ name ‖ BE64(previous)
  byte[] encode() {
    int size = Hash.SIZE;
    for (Item item : items) {
      size += Integer.BYTES + item.name().length + Long.BYTES;
    }
    ByteBuffer out = ByteBuffer.allocate(size).put(block.bytes());
    for (Item item : items) {
      out.putInt(item.name().length).put(item.name()).putLong(item.previous());
    }
    return out.array();
  }

  static Written decode(byte[] encoded) {
    ByteBuffer in = ByteBuffer.wrap(encoded);
    byte[] hash = new byte[Hash.SIZE];
    in.get(hash);
    List<Item> items = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] name = new byte[in.getInt()];
      in.get(name);
      items.add(new Item(name, in.getLong()));
    }
    return new Written(Hash.of(hash), items);
  }
}
