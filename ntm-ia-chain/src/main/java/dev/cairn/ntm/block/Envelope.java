package dev.cairn.ntm.block;

import dev.cairn.ntm.canonical.PhpEncoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A block's file: the signed data and what is said about the signature. Only the data is signed;
 * the rest is protected by the next block's {@code previous_hash}.
 */
public record Envelope(
    BlockData data, String signature, String algorithm, String keyId, String fingerprint)
    implements DeclaredBlock {

  public static final String BLOCK_DATA = "block_data";
  public static final String SIGNATURE = "signature";
  public static final String ALGORITHM = "signature_algorithm";
  public static final String KEY_ID = "key_id";
  public static final String FINGERPRINT = "pubkey_fingerprint";

  /** RSASSA-PKCS1-v1_5 with SHA-256, the only algorithm. */
  public static final String RSA_SHA256 = "RSA-SHA256";

  @Override
  public byte[] canonical() throws PhpJsonException {
    return PhpEncoder.canonical(data.map());
  }

  @Override
  public Optional<byte[]> signatureBytes() {
    return StrictBase64.decode(signature);
  }

  /** The bytes that the sealer writes: four spaces, slashes raw, no final newline. */
  public byte[] toFile() throws PhpJsonException {
    Map<String, PhpValue> members = new LinkedHashMap<>();
    members.put(BLOCK_DATA, data.map());
    members.put(SIGNATURE, new PhpText(signature));
    members.put(ALGORITHM, new PhpText(algorithm));
    members.put(KEY_ID, new PhpText(keyId));
    members.put(FINGERPRINT, new PhpText(fingerprint));
    return PhpEncoder.file(new PhpMap(members));
  }
}
