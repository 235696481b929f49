package dev.cairn.proof.store;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A journal that this service reads; the names are on disk. */
public enum Source {
  BATCHES,
  ANCHORS;

  byte[] key() {
    return ("position." + name().toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
  }
}
