package dev.cairn.chainweb.merkle;

import dev.cairn.chainweb.MalformedException;

/** On which side of the current node its sibling stands (reference §1.5). */
public enum Side {
  /** node(sibling, current); encoded 0x00. */
  LEFT(0x00),
  /** node(current, sibling); encoded 0x01. */
  RIGHT(0x01);

  private final byte code;

  Side(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static Side decode(byte code) {
    return switch (code) {
      case 0x00 -> LEFT;
      case 0x01 -> RIGHT;
      default ->
          throw new MalformedException("A proof step's side is 0 or 1, not " + (code & 0xff) + ".");
    };
  }
}
