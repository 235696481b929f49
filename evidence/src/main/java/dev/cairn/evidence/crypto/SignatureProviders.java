package dev.cairn.evidence.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * The providers and the choice among them: Amazon Corretto Crypto Provider where its native library
 * loads (measured fastest, docs/decisions/011-signature-provider.md), else Bouncy Castle.
 */
public final class SignatureProviders {

  static {
    // ACCP has key objects for Ed25519 only if this is there when its class is loaded: so it is set
    // before any method here touches that class.
    System.setProperty("com.amazon.corretto.crypto.provider.registerEdKeyFactory", "true");
  }

  /** A provider and the reason why it was chosen, a sentence for a log or a report. */
  public record Choice(SignatureProvider provider, String reason) {}

  private static final class Holder {
    static final SignatureProvider BOUNCY_CASTLE = new BouncyCastleSignatures();
    static final Choice BEST = choose(AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError());
  }

  private SignatureProviders() {}

  /** The fastest provider that works on this machine. */
  public static SignatureProvider best() {
    return bestWithReason().provider();
  }

  /** The fastest provider that works on this machine, and why it is this one. */
  public static Choice bestWithReason() {
    return Holder.BEST;
  }

  /**
   * The provider of that name: {@code accp}, {@code bouncycastle} or {@code jdk}.
   *
   * @throws IllegalArgumentException if there is none of that name
   * @throws IllegalStateException if it does not work on this machine
   */
  public static SignatureProvider byName(String name) {
    try {
      return switch (name) {
        case "accp" -> corretto();
        case "bouncycastle" -> Holder.BOUNCY_CASTLE;
        case "jdk" -> JcaSignatureProvider.jdk(Holder.BOUNCY_CASTLE);
        default -> throw new IllegalArgumentException("No signature provider '" + name + "'.");
      };
    } catch (GeneralSecurityException | LinkageError missing) {
      throw new IllegalStateException("Signature provider " + name + " does not load.", missing);
    }
  }

  /** The choice, given why the native library did not load, if so. */
  static Choice choose(@Nullable Throwable loadingError) {
    if (loadingError != null) {
      return fallback(loadingError);
    }
    try {
      return new Choice(corretto(), "Amazon Corretto Crypto Provider loaded its native library.");
    } catch (GeneralSecurityException | LinkageError missing) {
      return fallback(missing);
    }
  }

  private static Choice fallback(Throwable why) {
    return new Choice(
        Holder.BOUNCY_CASTLE, "Amazon Corretto Crypto Provider does not load here: " + why);
  }

  private static SignatureProvider corretto() throws GeneralSecurityException {
    return JcaSignatureProvider.corretto(
        AmazonCorrettoCryptoProvider.INSTANCE, Holder.BOUNCY_CASTLE);
  }
}
