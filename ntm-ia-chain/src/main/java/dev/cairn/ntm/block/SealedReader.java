package dev.cairn.ntm.block;

import dev.cairn.ntm.canonical.CanonicalCursor;
import dev.cairn.ntm.canonical.PhpValue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of the sealer's layout in one pass, and writes the canonical bytes beside it. For one
 * thread.
 */
public final class SealedReader {

  private static final Field[] FIELDS = Field.values();

  /** Four times as much as usual; a longer file is none of the sealer's. */
  private static final int MAX_BYTES = 5_000;

  /** The file's data take more room than the canonical ones: the same literals, with spaces. */
  private final byte[] canonical = new byte[MAX_BYTES];

  private int size;

  /** Those of the block before: they needn't be read again when they are repeated. */
  private @Nullable SignerTexts signer;

  /** The end of the file in which they stood, from its signature on. */
  private byte[] signerBytes = new byte[0];

  /** Empty if the file is another one, right or wrong. */
  public Optional<DeclaredBlock> read(byte[] file) {
    size = 0;
    return file.length > MAX_BYTES
        ? Optional.empty()
        : Optional.ofNullable(block(file, new CanonicalCursor(file)));
  }

  private @Nullable SealedBlock block(byte[] file, CanonicalCursor cursor) {
    Map<Field, PhpValue> values = new EnumMap<>(Field.class);
    for (int i = 0; i < FIELDS.length; i++) {
      if (!cursor.take(SealedLayout.FILE[i])) {
        return null;
      }
      int start = cursor.position();
      PhpValue value = value(FIELDS[i].kind(), cursor);
      if (value == null) {
        return null;
      }
      values.put(FIELDS[i], value);
      sign(SealedLayout.CANONICAL[i]);
      sign(file, start, cursor.position());
    }
    sign(SealedLayout.CANONICAL[FIELDS.length]);
    return envelope(values, file, cursor);
  }

  private static @Nullable PhpValue value(Field.Kind kind, CanonicalCursor cursor) {
    return switch (kind) {
      case INTEGER -> cursor.integer();
      case NUMBER -> cursor.number();
      case TEXT -> cursor.text();
    };
  }

  private void sign(byte[] piece) {
    sign(piece, 0, piece.length);
  }

  private void sign(byte[] from, int start, int end) {
    System.arraycopy(from, start, canonical, size, end - start);
    size += end - start;
  }

  private @Nullable SealedBlock envelope(
      Map<Field, PhpValue> values, byte[] file, CanonicalCursor cursor) {
    if (!cursor.take(SealedLayout.FILE[FIELDS.length])) {
      return null;
    }
    byte[] data = Arrays.copyOf(canonical, size);
    Optional<byte[]> signature = signatureBeforeKnownSigner(file, cursor.position());
    if (signature.isEmpty()) {
      int start = cursor.position();
      cursor.skipUnescaped();
      signature = StrictBase64.decode(file, start, cursor.position());
      signerBytes = Arrays.copyOfRange(file, cursor.position(), file.length);
      signer = signer(signerBytes);
    }
    return signer == null ? null : new SealedBlock(values, data, signature, signer);
  }

  /** What is base64 up to there needs no search for its end. */
  private Optional<byte[]> signatureBeforeKnownSigner(byte[] file, int start) {
    if (signer == null) {
      return Optional.empty();
    }
    int end = file.length - signerBytes.length;
    return end >= start && Arrays.equals(file, end, file.length, signerBytes, 0, signerBytes.length)
        ? StrictBase64.decode(file, start, end)
        : Optional.empty();
  }

  private static @Nullable SignerTexts signer(byte[] text) {
    CanonicalCursor cursor = new CanonicalCursor(text);
    String[] texts = new String[SealedLayout.FILE.length - FIELDS.length - 2];
    for (int i = 0; i < texts.length; i++) {
      if (!cursor.take(SealedLayout.FILE[FIELDS.length + 1 + i])) {
        return null;
      }
      texts[i] = cursor.text().value();
    }
    return cursor.take(SealedLayout.FILE[SealedLayout.FILE.length - 1]) && cursor.atEnd()
        ? new SignerTexts(texts[0], texts[1], texts[2])
        : null;
  }
}
