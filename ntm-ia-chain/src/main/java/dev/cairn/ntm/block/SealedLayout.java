package dev.cairn.ntm.block;

import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpNull;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands between the values of a block that holds the known fields in their order, and no
 * others: the encoder's own text of a block without values, cut where they would be. Quotes belong
 * to what is between.
 */
final class SealedLayout {

  /** No key holds it. */
  private static final String HOLE = "null";

  /** Before each value of a file, of the data and then of the envelope, and after the last. */
  static final byte[][] FILE;

  /** Before each value of the canonical data, and after the last. */
  static final byte[][] CANONICAL;

  static {
    Map<String, PhpValue> holes = new LinkedHashMap<>();
    for (Field field : Field.VALUES) {
      boolean text = field.kind() == Field.Kind.TEXT;
      holes.put(field.key(), text ? new PhpText(HOLE) : PhpNull.NULL);
    }
    Envelope block = new Envelope(new BlockData(new PhpMap(holes)), HOLE, HOLE, HOLE, HOLE);
    try {
      FILE = between(block.toFile());
      CANONICAL = between(block.canonical());
    } catch (PhpJsonException e) {
      throw new IllegalStateException("A block without values can be encoded.", e);
    }
  }

  private SealedLayout() {}

  private static byte[][] between(byte[] text) {
    return Arrays.stream(new String(text, StandardCharsets.US_ASCII).split(HOLE, -1))
        .map(piece -> piece.getBytes(StandardCharsets.US_ASCII))
        .toArray(byte[][]::new);
  }
}
