package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.checkpoint.Checkpoint;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.BlockListing;
import dev.cairn.ntm.store.ChainSource;
import dev.cairn.ntm.store.StuckReadException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Verifies whole chains. Memory doesn't grow with the chain beyond a bit a block; signatures are
 * checked by several threads. One verifier may serve any number of threads.
 */
public final class ChainVerifier {

  /** A sealer that runs meanwhile needs far less from a block to its {@code last_hash.txt}. */
  private static final Duration SETTLING = Duration.ofMillis(200);

  private static final int MAX_ATTEMPTS = 3;

  /** How often a chain whose end doesn't fit together is looked at before that is reported. */
  private static final int MAX_LOOKS = 3;

  private final Keyring keyring;
  private final SignatureScheme scheme;
  private final int threads;
  private final Pause pause;

  /** A verifier whose signature checks take this many threads, 1 or more. */
  public ChainVerifier(Keyring keyring, SignatureScheme scheme, int threads) {
    this(keyring, scheme, threads, () -> Thread.sleep(SETTLING.toMillis()));
  }

  ChainVerifier(Keyring keyring, SignatureScheme scheme, int threads, Pause pause) {
    if (threads < 1) {
      throw new IllegalArgumentException("A verifier has 1 thread or more, not " + threads + ".");
    }
    this.keyring = keyring;
    this.scheme = scheme;
    this.threads = threads;
    this.pause = pause;
  }

  /** A wait for a running sealer. */
  interface Pause {
    void await() throws InterruptedException;
  }

  /**
   * Checks all that the settings name and collects every failure. A chain that grows meanwhile is
   * read anew if its end didn't fit together. {@link IOException} means that the check could not
   * run, never that the chain is bad.
   */
  public VerificationReport verify(ChainSource source, VerifySettings settings) throws IOException {
    return verify(source, settings, Resumption.NONE, Progress.NONE);
  }

  /** The same, but what a checkpoint stands for is not read again. It needs a start at block 1. */
  public VerificationReport verify(
      ChainSource source, VerifySettings settings, Resumption resumption, Progress progress)
      throws IOException {
    if (resumption.checkpoint().isPresent() && !settings.start().equals(BlockIndex.FIRST)) {
      throw new IllegalArgumentException("A checkpoint and another start exclude each other.");
    }
    for (int attempt = 1; ; attempt++) {
      Optional<byte[]> lastHash = source.readLastHash();
      BlockListing listing = source.list();
      Pass pass =
          () ->
              new ChainPass(source, listing, keyring, scheme, settings)
                  .run(lastHash, resumption, threads, progress);
      VerificationReport report = run(pass);
      if (attempt == MAX_ATTEMPTS || !lastHashFails(report) || !moves(source, listing, lastHash)) {
        return report;
      }
    }
  }

  private interface Pass {
    VerificationReport run() throws IOException;
  }

  private static VerificationReport run(Pass pass) throws IOException {
    try {
      return pass.run();
    } catch (StuckReadException somethingElseThanAFile) {
      return pass.run(); // the source is careful now, and says what it is
    }
  }

  /** What a later run may lean on: all blocks are there, from the first on, and valid. */
  public Optional<Checkpoint> checkpoint(VerifySettings settings, VerificationReport report) {
    return report.status() == VerificationReport.Status.OK
            && settings.start().equals(BlockIndex.FIRST)
        ? Optional.of(
            new Checkpoint(
                new BlockIndex(report.headIndex()),
                report.headHash(),
                keyring.digest(),
                report.checkedAt(),
                settings.skew()))
        : Optional.empty();
  }

  private static boolean lastHashFails(VerificationReport report) {
    return report.failures().stream().anyMatch(failure -> failure.check().isAboutLastHash());
  }

  /** Whether the chain grows within a few pauses: then a sealer was at work. */
  private boolean moves(ChainSource source, BlockListing listing, Optional<byte[]> lastHash)
      throws IOException {
    for (int look = 1; look <= MAX_LOOKS; look++) {
      await();
      if (!source.list().highest().equals(listing.highest())
          || !Arrays.equals(source.readLastHash().orElse(null), lastHash.orElse(null))) {
        return true;
      }
    }
    return false;
  }

  private void await() throws InterruptedIOException {
    try {
      pause.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The verification was interrupted.");
    }
  }
}
