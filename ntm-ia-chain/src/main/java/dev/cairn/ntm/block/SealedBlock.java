package dev.cairn.ntm.block;

import dev.cairn.ntm.canonical.PhpValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A block whose file is, byte for byte, one that the sealer could have written: its literals are
 * spelled as {@code json_encode} spells them, so the canonical bytes are the same literals in
 * another layout. Nearly all files are such; others are read as any JSON.
 */
final class SealedBlock implements DeclaredBlock, BlockFields {

  private final Map<Field, PhpValue> values;
  private final byte[] canonical;
  private final Optional<byte[]> signature;
  private final SignerTexts signer;

  /** Takes the map and the arrays over. */
  SealedBlock(
      Map<Field, PhpValue> values,
      byte[] canonical,
      Optional<byte[]> signature,
      SignerTexts signer) {
    this.values = values;
    this.canonical = canonical;
    this.signature = signature;
    this.signer = signer;
  }

  @Override
  public BlockFields data() {
    return this;
  }

  @Override
  public @Nullable PhpValue value(Field field) {
    return values.get(field);
  }

  /** Not a copy: nobody changes it. */
  @Override
  public byte[] canonical() {
    return canonical;
  }

  @Override
  public Optional<byte[]> signatureBytes() {
    return signature;
  }

  @Override
  public String algorithm() {
    return signer.algorithm();
  }

  @Override
  public String keyId() {
    return signer.keyId();
  }

  @Override
  public String fingerprint() {
    return signer.fingerprint();
  }
}
