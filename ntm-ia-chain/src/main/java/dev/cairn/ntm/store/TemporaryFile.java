package dev.cairn.ntm.store;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Names of the files that exist only while a sealer writes. Readers don't see them. */
final class TemporaryFile {

  private static final String PREFIX = ".tmp-";

  private TemporaryFile() {}

  static String newName(RandomGenerator random) {
    return PREFIX + HexFormat.of().toHexDigits(random.nextLong());
  }

  static boolean isOurs(String name) {
    return name.startsWith(PREFIX);
  }
}
