package dev.cairn.ntm.block;

import dev.cairn.ntm.canonical.PhpJsonException;
import java.util.Optional;

/** What a block's file declares: its data, and who is said to have signed them. */
public interface DeclaredBlock {

  BlockFields data();

  /** The bytes that are signed, as PHP encodes the data. */
  byte[] canonical() throws PhpJsonException;

  /** Empty unless the signature stands there in base64's one strict form. */
  Optional<byte[]> signatureBytes();

  String algorithm();

  String keyId();

  String fingerprint();
}
