package dev.cairn.chainweb;

import java.math.BigInteger;

/** The sum of the difficulties of a block and all its ancestors on its chain; 32 bytes LE. */
public record BlockWeight(BigInteger value) implements Comparable<BlockWeight> {

  public static final BlockWeight ZERO = new BlockWeight(BigInteger.ZERO);

  public BlockWeight {
    Uint256.requireInRange(value, "A block weight");
  }

  public static BlockWeight ofLittleEndian(byte[] bytes) {
    return new BlockWeight(Uint256.fromLittleEndian(bytes));
  }

  public static BlockWeight parse(String base64Url) {
    return ofLittleEndian(Base64Url.decode(base64Url));
  }

  public BlockWeight plus(BigInteger difficulty) {
    return new BlockWeight(value.add(difficulty));
  }

  public byte[] littleEndian() {
    return Uint256.toLittleEndian(value);
  }

  @Override
  public int compareTo(BlockWeight other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return Base64Url.encode(littleEndian());
  }
}
