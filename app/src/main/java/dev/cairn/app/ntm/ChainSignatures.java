package dev.cairn.app.ntm;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.cairn.ntm.keyring.SignatureScheme;

/** Who checks RSA signatures: Amazon Corretto's provider where its library loads, twice as fast. */
public final class ChainSignatures {
  private ChainSignatures() {}

  /** The fastest provider that works here; all give the same verdicts. */
  public static SignatureScheme best() {
    return AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null
        ? SignatureScheme.of(AmazonCorrettoCryptoProvider.INSTANCE)
        : SignatureScheme.platform();
  }
}
