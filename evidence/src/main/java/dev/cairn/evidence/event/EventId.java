package dev.cairn.evidence.event;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleLog;

/** An event's identity: the leaf hash of its bytes, H(0x00 ‖ JWS compact serialization). */
public record EventId(Hash hash) {

  /** The id of an event by its compact serialization. */
  public static EventId ofEvent(byte[] jws) {
    return new EventId(MerkleLog.hashLeaf(jws));
  }

  public static EventId of(byte[] bytes) {
    return new EventId(Hash.of(bytes));
  }

  /** The id of its base64url text, 43 characters. */
  public static EventId parse(String text) {
    return new EventId(Hash.parse(text));
  }

  public byte[] bytes() {
    return hash.bytes();
  }

  @Override
  public String toString() {
    return hash.toString();
  }
}
