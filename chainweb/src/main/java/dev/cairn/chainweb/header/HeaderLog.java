package dev.cairn.chainweb.header;

import static dev.cairn.chainweb.LittleEndian.le32;
import static dev.cairn.chainweb.LittleEndian.le64;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.merkle.MerkleTag;
import java.util.ArrayList;
import java.util.List;

/** The Merkle log whose root is the block hash (reference §2.2). */
final class HeaderLog {

  static final int PARENT_POSITION = 2;
  static final int PAYLOAD_POSITION = 4;
  static final int FIRST_ADJACENT_POSITION = 11;

  private HeaderLog() {}

  static List<MerkleItem> items(BlockHeader header) {
    List<MerkleItem> items = new ArrayList<>(FIRST_ADJACENT_POSITION + header.adjacents().size());
    items.add(MerkleItem.tagged(MerkleTag.FORK_STATE, le64(header.forkState())));
    items.add(MerkleItem.tagged(MerkleTag.CREATION_TIME, le64(header.creationTime().micros())));
    items.add(MerkleItem.tree(header.parent()));
    items.add(MerkleItem.tagged(MerkleTag.HASH_TARGET, header.target().littleEndian()));
    items.add(MerkleItem.tree(header.payloadHash()));
    items.add(chainIdItem(header.chainId()));
    items.add(MerkleItem.tagged(MerkleTag.BLOCK_WEIGHT, header.weight().littleEndian()));
    items.add(MerkleItem.tagged(MerkleTag.BLOCK_HEIGHT, le64(header.height().value())));
    items.add(MerkleItem.tagged(MerkleTag.VERSION_CODE, le32(header.versionCode())));
    items.add(MerkleItem.tagged(MerkleTag.EPOCH_START, le64(header.epochStart().micros())));
    items.add(MerkleItem.tagged(MerkleTag.NONCE, le64(header.nonce())));
    for (Hash adjacent : header.adjacents().values()) {
      items.add(MerkleItem.tree(adjacent));
    }
    return items;
  }

  static MerkleItem chainIdItem(ChainId chain) {
    return MerkleItem.tagged(MerkleTag.CHAIN_ID, le32(chain.value()));
  }
}
