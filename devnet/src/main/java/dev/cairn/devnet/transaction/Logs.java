package dev.cairn.devnet.transaction;

import dev.cairn.chainweb.Base64Url;
import dev.cairn.devnet.contract.Write;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** The member {@code logs} of a result: a hash of all rows that were written. */
final class Logs {

  private static final int DIGEST_BITS = 256;

  private Logs() {}

  // BLAKE2b-256('D' ‖ domain ‖ 'K' ‖ key ‖ 'V' ‖ row, for each write in order)
  static String of(List<Write> writes) {
    Blake2bDigest digest = new Blake2bDigest(DIGEST_BITS);
    for (Write write : writes) {
      digest.update((byte) 'D');
      update(digest, write.domain().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 'K');
      update(digest, write.key().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 'V');
      update(digest, write.row());
    }
    return text(digest);
  }

  private static void update(Blake2bDigest digest, byte[] bytes) {
    digest.update(bytes, 0, bytes.length);
  }

  private static String text(Blake2bDigest digest) {
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return Base64Url.encode(hash);
  }
}
