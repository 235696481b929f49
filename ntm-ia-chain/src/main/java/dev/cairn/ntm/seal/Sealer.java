package dev.cairn.ntm.seal;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.Envelope;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.canonical.PhpEncoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.keyring.FingerprintForm;
import dev.cairn.ntm.keyring.KeyRejected;
import dev.cairn.ntm.keyring.KeyringSource;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.keyring.SigningKey;
import dev.cairn.ntm.metrics.Measurement;
import dev.cairn.ntm.metrics.MetricsSource;
import dev.cairn.ntm.seal.SealException.Rejected;
import dev.cairn.ntm.seal.SealException.Retryable;
import dev.cairn.ntm.seal.SealOutcome.Busy;
import dev.cairn.ntm.seal.SealOutcome.Sealed;
import dev.cairn.ntm.seal.SealOutcome.TooSoon;
import dev.cairn.ntm.store.BlockFile;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.store.ChainLock;
import dev.cairn.ntm.store.ChainWriter;
import dev.cairn.ntm.store.FaultPoint;
import dev.cairn.ntm.verify.BlockVerdict;
import dev.cairn.ntm.verify.BlockVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Seals one block a call. Any number of sealers, in any processes, may be called at once: one
 * works, the others say that they are busy.
 */
public final class Sealer {

  /** The protocol's rhythm. */
  public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(10);

  private final ChainDirectory directory;
  private final SigningKey key;
  private final SignatureScheme scheme;
  private final Duration interval;
  private final Clock clock;
  private final KeyringSource keyring;
  private final RandomGenerator random;
  private final FaultPoint faults;

  /**
   * A sealer of one chain.
   *
   * @param directory the chain's root; it is created if it doesn't exist
   * @param keyring what verifiers trust, read for each block; one that it doesn't verify is not
   *     published
   * @param key signs the new blocks
   * @param interval time between two slots
   * @param clock gives the time of the block
   * @param random names temporary files
   */
  public Sealer(
      ChainDirectory directory,
      KeyringSource keyring,
      SigningKey key,
      SignatureScheme scheme,
      Duration interval,
      Clock clock,
      RandomGenerator random) {
    this(directory, keyring, key, scheme, interval, clock, random, FaultPoint.NONE);
  }

  Sealer(
      ChainDirectory directory,
      KeyringSource keyring,
      SigningKey key,
      SignatureScheme scheme,
      Duration interval,
      Clock clock,
      RandomGenerator random,
      FaultPoint faults) {
    this.directory = directory;
    this.key = key;
    this.scheme = scheme;
    this.interval = interval;
    this.clock = clock;
    this.keyring = keyring;
    this.random = random;
    this.faults = faults;
  }

  /**
   * Recovers, reads the figures once, and publishes the next block. When this returns {@link
   * Sealed}, the block and {@code last_hash.txt} are on disk. After an {@link IOException} the
   * block may or may not be published; the next call finds out and goes on from there.
   */
  public SealOutcome seal(MetricsSource source) throws IOException, SealException {
    Files.createDirectories(directory.root());
    Optional<ChainLock> lock = ChainLock.tryAcquire(directory.root());
    if (lock.isEmpty()) {
      return new Busy();
    }
    try (ChainLock held = lock.get()) {
      return seal(source, new ChainWriter(held, directory, random, faults));
    }
  }

  private SealOutcome seal(MetricsSource source, ChainWriter writer)
      throws IOException, SealException {
    BlockVerifier verifier = verifier();
    ChainHead head = new Recovery(directory, writer, verifier).run(Timestamp.of(clock.instant()));
    Measurement measurement = measure(source);
    Timestamp now = Timestamp.of(clock.instant());
    if (head.newest().isPresent()) {
      Timestamp newest = head.newest().get();
      requireClockAhead(newest, now);
      if (now.since(newest).multipliedBy(2).compareTo(interval) < 0) {
        return new TooSoon(newest, head.recovered());
      }
    }
    byte[] file = sign(BlockDraft.of(head, now, measurement));
    checkOwnWork(verifier, head, file, now);
    writer.publishKey(key.publicKey().toPem().getBytes(StandardCharsets.US_ASCII));
    writer.publish(head.next(), file);
    return new Sealed(head.next(), BlockHash.of(file), now, head.recovered());
  }

  private BlockVerifier verifier() throws IOException, Rejected {
    try {
      return new BlockVerifier(keyring.read(), scheme);
    } catch (KeyRejected e) {
      throw new Rejected("The keyring is no good. " + e.getMessage(), e);
    }
  }

  private static Measurement measure(MetricsSource source) throws SealException {
    try {
      return source.read();
    } catch (IOException e) {
      throw new Retryable("The metrics can't be read: " + e + ".", e);
    } catch (IllegalArgumentException e) {
      throw new Rejected(e.getMessage(), e);
    }
  }

  private static void requireClockAhead(Timestamp newest, Timestamp now) throws Retryable {
    if (now.isBefore(newest)) {
      throw new Retryable(
          "The clock went back: it is " + now + ", and the newest block is of " + newest + ".");
    }
  }

  private byte[] sign(BlockData data) throws Rejected {
    try {
      byte[] signature = key.sign(PhpEncoder.canonical(data.map()));
      return new Envelope(
              data,
              Base64.getEncoder().encodeToString(signature),
              Envelope.RSA_SHA256,
              key.keyId(),
              key.publicKey().fingerprint(FingerprintForm.SPKI_DER))
          .toFile();
    } catch (PhpJsonException e) {
      throw new Rejected("The block can't be encoded. " + e.getMessage(), e);
    } catch (KeyRejected e) {
      throw new Rejected("The block can't be signed. " + e.getMessage(), e);
    }
  }

  private static void checkOwnWork(
      BlockVerifier verifier, ChainHead head, byte[] file, Timestamp now) throws Rejected {
    BlockVerdict verdict = verifier.verify(head.next(), BlockFile.of(file), head.previous(), now);
    if (!verdict.isValid()) {
      throw new Rejected("The new block would not be valid. " + verdict.describe());
    }
  }
}
