package dev.cairn.devnet.transaction;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The CBOR map of a COSE key: small integer labels, values that are integers or byte strings. */
final class CoseMap {

  private static final int UNSIGNED = 0;
  private static final int NEGATIVE = 1;
  private static final int BYTES = 2;
  private static final int MAP = 5;

  private static final int TYPE_SHIFT = 5;
  private static final int INFO_MASK = 0x1f;
  private static final int LARGEST_SHORT = 23;
  private static final int ONE_BYTE = 24;
  private static final int TWO_BYTES = 25;

  /** A key has five members. */
  private static final int MAX_MEMBERS = 16;

  private final Map<Long, Long> numbers = new HashMap<>();
  private final Map<Long, byte[]> strings = new HashMap<>();

  private CoseMap() {}

  /** Reads a map; empty for anything else, and for a map with something behind it. */
  static Optional<CoseMap> read(byte[] cbor) {
    ByteBuffer in = ByteBuffer.wrap(cbor);
    CoseMap map = new CoseMap();
    try {
      int head = in.get() & 0xff;
      long members = argument(head, in);
      if (head >> TYPE_SHIFT != MAP || members > MAX_MEMBERS) {
        return Optional.empty();
      }
      for (long i = 0; i < members; i++) {
        map.member(integer(in.get() & 0xff, in), in);
      }
    } catch (BufferUnderflowException | IllegalArgumentException broken) {
      return Optional.empty();
    }
    return in.hasRemaining() ? Optional.empty() : Optional.of(map);
  }

  Optional<Long> number(long label) {
    return Optional.ofNullable(numbers.get(label));
  }

  Optional<byte[]> bytes(long label) {
    return Optional.ofNullable(strings.get(label));
  }

  private void member(long label, ByteBuffer in) {
    int head = in.get() & 0xff;
    if (head >> TYPE_SHIFT != BYTES) {
      numbers.put(label, integer(head, in));
      return;
    }
    long length = argument(head, in);
    if (length > in.remaining()) {
      throw new IllegalArgumentException("A byte string ends after the end.");
    }
    byte[] value = new byte[(int) length];
    in.get(value);
    strings.put(label, value);
  }

  private static long integer(int head, ByteBuffer in) {
    long value = argument(head, in);
    return switch (head >> TYPE_SHIFT) {
      case UNSIGNED -> value;
      case NEGATIVE -> -1 - value;
      default -> throw new IllegalArgumentException("This is no integer.");
    };
  }

  private static long argument(int head, ByteBuffer in) {
    int info = head & INFO_MASK;
    if (info <= LARGEST_SHORT) {
      return info;
    }
    return switch (info) {
      case ONE_BYTE -> in.get() & 0xff;
      case TWO_BYTES -> in.getShort() & 0xffff;
      default -> throw new IllegalArgumentException("No member of a key is so large.");
    };
  }
}
