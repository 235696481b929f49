package dev.cairn.chainweb.merkle;

import java.nio.ByteBuffer;

/** The two bytes, big endian, in front of each input item of a log (reference §1.3). */
public enum MerkleTag {
  CHAIN_ID(0x0002),
  BLOCK_HEIGHT(0x0003),
  BLOCK_WEIGHT(0x0004),
  FORK_STATE(0x0006),
  CREATION_TIME(0x0007),
  VERSION_CODE(0x0008),
  HASH_TARGET(0x0011),
  TRANSACTION(0x0013),
  TRANSACTION_OUTPUT(0x0014),
  MINER_DATA(0x0017),
  COINBASE_OUTPUT(0x0018),
  EPOCH_START(0x0019),
  NONCE(0x0020),
  OUTPUT_EVENTS(0x0030);

  /** Size in bytes. */
  static final int SIZE = 2;

  private final int code;

  MerkleTag(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  // BE16(tag) ‖ payload
  byte[] prepend(byte[] payload) {
    return ByteBuffer.allocate(SIZE + payload.length).putShort((short) code).put(payload).array();
  }
}
