package dev.cairn.chainweb.spv;

import dev.cairn.chainweb.MalformedException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Every change of one bit of some bytes. */
final class Flips {

  private Flips() {}

  static void each(byte[] bytes, Consumer<byte[]> flipped) {
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] copy = bytes.clone();
      copy[bit / 8] ^= (byte) (1 << (bit % 8));
      flipped.accept(copy);
    }
  }

  /** Whether a check passes; refusing means false or {@link MalformedException}, nothing else. */
  static boolean isAccepted(BooleanSupplier check) {
    try {
      return check.getAsBoolean();
    } catch (MalformedException e) {
      return false;
    }
  }
}
