package dev.cairn.ntm.keyring;

import java.io.IOException;

/** Where the secret comes from that opens a key: asked for only if the key needs one. */
public interface Passphrase {

  /** A new array, which whoever asked overwrites after use. */
  char[] ask() throws IOException;

  /** For keys that lie open. */
  static Passphrase none() {
    return () -> {
      throw new KeyRejected("The key is encrypted, and no passphrase was given.");
    };
  }
}
