package dev.cairn.ntm.seal;

import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.keyring.SigningKey;
import dev.cairn.ntm.metrics.Measurement;
import dev.cairn.ntm.metrics.Metrics;
import dev.cairn.ntm.metrics.MetricsSource;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.store.FaultPoint;
import dev.cairn.ntm.verify.ChainVerifier;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.VerifySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;

/** A chain in a directory, a clock that is set by hand, and figures that are always good. */
final class SealerFixture {

  static final SigningKey KEY_A = key("ntm-ia-test-2026-01", "test-only-a");
  static final SigningKey KEY_B = key("ntm-ia-test-2026-02", "test-only-b");

  final ChainDirectory directory;
  final SetClock clock = new SetClock();
  MetricsSource source =
      () ->
          new Measurement(
              new Metrics(267721, 0.604704899148, 0.8, 58, 638, 4653), Optional.empty());

  SealerFixture(Path root) {
    this.directory = new ChainDirectory(root);
  }

  Sealer sealer() {
    return sealer(FaultPoint.NONE);
  }

  Sealer sealer(FaultPoint faults) {
    return sealer(KEY_A, KEY_A.soleKeyring(), faults);
  }

  Sealer sealer(SigningKey key, Keyring keyring, FaultPoint faults) {
    return new Sealer(
        directory,
        () -> keyring,
        key,
        SignatureScheme.platform(),
        Sealer.DEFAULT_INTERVAL,
        clock,
        new Random(7),
        faults);
  }

  /** Seals this many blocks in their slots. */
  void sealBlocks(int count) throws IOException, SealException {
    for (int i = 0; i < count; i++) {
      clock.advanceMinutes(10);
      sealer().seal(source);
    }
  }

  VerificationReport verify() throws IOException {
    ChainVerifier verifier = new ChainVerifier(KEY_A.soleKeyring(), SignatureScheme.platform(), 1);
    return verifier.verify(directory, VerifySettings.at(Timestamp.of(clock.instant())));
  }

  private static SigningKey key(String keyId, String name) {
    try {
      Path file = Vectors.path("keys/" + name + ".private.pem");
      return SigningKey.ofPem(keyId, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stands still until it is set. */
  static final class SetClock extends Clock {

    private Instant now = Instant.parse("2026-04-02T16:00:00.500Z");

    void set(Timestamp time) {
      now = Instant.ofEpochSecond(time.epochSecond());
    }

    void advanceMinutes(long minutes) {
      now = now.plusSeconds(60 * minutes);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
