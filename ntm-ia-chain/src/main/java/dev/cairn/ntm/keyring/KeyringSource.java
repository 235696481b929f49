package dev.cairn.ntm.keyring;

import java.io.IOException;

/** Where the keyring comes from: read again for each use, because keys are rotated meanwhile. */
public interface KeyringSource {

  /** The keyring as it is now; {@link KeyRejected} if it is no good. */
  Keyring read() throws IOException;
}
