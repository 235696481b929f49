package dev.cairn.evidence.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.evidence.crypto.SignatureVectors.Vector;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/decisions/010-signature-rule.md: every provider, the same verdict on the same bytes. */
class SignatureRuleTest {

  private static final List<String> PROVIDERS = List.of("accp", "bouncycastle", "jdk");

  @ParameterizedTest
  @ValueSource(strings = {"accp", "bouncycastle", "jdk"})
  void provider_givesTheRulesVerdictOnEveryVector(String name) {
    SignatureProvider provider = SignatureProviders.byName(name);
    assertThat(SignatureVectors.all())
        .hasSizeGreaterThan(1500)
        .allSatisfy(vector -> assertThat(vector.verify(provider)).isEqualTo(vector.valid()));
  }

  @Test
  void bareBouncyCastle_acceptsWhatTheRuleRefuses() {
    List<Vector> accepted =
        SignatureVectors.cctv().stream()
            .filter(vector -> vector.flags().contains("low_order_residue"))
            .filter(vector -> Ed25519.validatePublicKeyFull(vector.publicKey(), 0))
            .filter(SignatureRuleTest::bareBouncyCastleVerifies)
            .toList();
    assertThat(accepted).as("torsion in R, which needs the check of R").isNotEmpty();
  }

  private static boolean bareBouncyCastleVerifies(Vector vector) {
    byte[] message = vector.message();
    return Ed25519.verify(vector.signature(), 0, vector.publicKey(), 0, message, 0, message.length);
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void ownSignature_isAcceptedByAllAndRefusedAfterAnyBitFlip(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
    byte[] message = {1, 2, 3};
    byte[] signature = key.sign(message);
    for (String name : PROVIDERS) {
      SignatureProvider provider = SignatureProviders.byName(name);
      assertThat(provider.verify(algorithm, key.publicKey(), message, signature)).isTrue();
    }
    SignatureProvider fast = SignatureProviders.best();
    for (int bit = 0; bit < 512; bit++) {
      byte[] flipped = flip(signature, bit);
      assertThat(fast.verify(algorithm, key.publicKey(), message, flipped)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void flippedKeys_giveTheSameVerdictEverywhere(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
    byte[] message = {4, 5, 6};
    byte[] signature = key.sign(message);
    for (int bit = 0; bit < 256; bit += 5) {
      byte[] flipped = flip(key.publicKey(), bit);
      for (String name : PROVIDERS) {
        SignatureProvider provider = SignatureProviders.byName(name);
        assertThat(provider.verify(algorithm, flipped, message, signature)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"accp", "bouncycastle", "jdk"})
  void wrongLengths_areRefused(String name) {
    SignatureProvider provider = SignatureProviders.byName(name);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      for (int length : new int[] {0, 31, 32, 33, 34, 63, 65, 72}) {
        byte[] key = new byte[algorithm.publicKeyBytes()];
        assertThat(provider.verify(algorithm, key, key, new byte[length])).isFalse();
        assertThat(provider.verify(algorithm, new byte[length], key, new byte[64])).isFalse();
      }
    }
  }

  @Test
  void best_saysWhy() {
    SignatureProviders.Choice choice = SignatureProviders.bestWithReason();
    assertThat(choice.provider().name()).isIn("accp", "bouncycastle");
    assertThat(choice.reason()).contains("Corretto");
  }

  @Test
  void nativeLibraryThatDoesNotLoad_leavesBouncyCastle() {
    SignatureProviders.Choice choice =
        SignatureProviders.choose(new UnsatisfiedLinkError("no such file"));
    assertThat(choice.provider().name()).isEqualTo("bouncycastle");
    assertThat(choice.reason()).endsWith("java.lang.UnsatisfiedLinkError: no such file");
  }

  private static byte[] flip(byte[] bytes, int bit) {
    byte[] copy = Arrays.copyOf(bytes, bytes.length);
    copy[bit / 8] ^= (byte) (1 << (bit % 8));
    return copy;
  }
}
