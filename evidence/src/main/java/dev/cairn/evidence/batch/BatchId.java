package dev.cairn.evidence.batch;

import dev.cairn.chainweb.MalformedException;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A batch's identity: a UUID of version 7 (RFC 9562 §5.7), so ids sort by the time of opening. */
public record BatchId(UUID value) implements Comparable<BatchId> {
  /** Length of the binary form. */
  public static final int BYTES = 16;

  private static final int TEXT_CHARS = 36;
  private static final int VERSION = 7;
  private static final int VARIANT = 2;

  public BatchId {
    if (value.version() != VERSION || value.variant() != VARIANT) {
      throw new IllegalArgumentException("A batch id is a UUID of version 7, not " + value + ".");
    }
  }

  /** A new id: 48 bits of milliseconds since 1970, 74 random bits. */
  public static BatchId next(long clockMillis, RandomGenerator random) {
    if (clockMillis < 0 || clockMillis >>> 48 != 0) {
      throw new IllegalArgumentException("A UUIDv7 can't hold the time " + clockMillis + ".");
    }
    long high = clockMillis << 16 | VERSION << 12 | (random.nextLong() & 0xfff);
    long low = (long) VARIANT << 62 | random.nextLong() >>> 2;
    return new BatchId(new UUID(high, low));
  }

  /**
   * The id of its text: 36 characters, lower case.
   *
   * @throws MalformedException for anything else
   */
  public static BatchId parse(String text) {
    try {
      UUID value = text.length() == TEXT_CHARS ? UUID.fromString(text) : null;
      if (value != null && value.toString().equals(text)) {
        return new BatchId(value);
      }
    } catch (IllegalArgumentException malformed) {
      throw new MalformedException("'" + text + "' is not a batch id, a UUID of version 7.");
    }
    throw new MalformedException("A batch id is 36 characters, lower-case hexadecimal.");
  }

  /** The id of its binary form, 16 bytes big endian. */
  public static BatchId of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A batch id is 16 bytes, not " + bytes.length + ".");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new BatchId(new UUID(buffer.getLong(), buffer.getLong()));
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits())
        .array();
  }

  /** The milliseconds since 1970 at which the id was made. */
  public long unixMillis() {
    return value.getMostSignificantBits() >>> 16;
  }

  /** Byte order, that is, order of time; {@link UUID} itself compares signed. */
  @Override
  public int compareTo(BatchId other) {
    int byTime =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return byTime != 0
        ? byTime
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
