package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.BlockListing;
import dev.cairn.ntm.store.ChainSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Verifies whole chains. Memory doesn't grow with the chain beyond eight bytes a block; signatures
 * are checked by several threads. One verifier may serve any number of threads.
 */
public final class ChainVerifier {

  /** A sealer that runs meanwhile needs far less from a block to its {@code last_hash.txt}. */
  private static final Duration SETTLING = Duration.ofMillis(200);

  private static final int MAX_ATTEMPTS = 3;

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
    for (int attempt = 1; ; attempt++) {
      Optional<byte[]> lastHash = source.readLastHash();
      BlockListing listing = source.list();
      VerificationReport report = walk(source, listing, lastHash, settings);
      if (attempt == MAX_ATTEMPTS || !lastHashFails(report) || !moved(source, listing, lastHash)) {
        return report;
      }
    }
  }

  private VerificationReport walk(
      ChainSource source, BlockListing listing, Optional<byte[]> lastHash, VerifySettings settings)
      throws IOException {
    ReportBuilder report = new ReportBuilder(settings.now());
    ChainWalk walk = new ChainWalk(settings, report);
    report.unexpectedFiles(listing);
    if (settings.start().compareTo(BlockIndex.FIRST) > 0) {
      report.warning(
          Warning.Kind.NOT_CHECKED,
          "Blocks before " + settings.start() + " were not checked; the anchor stands for them.");
    }
    try (ExaminerPool pool =
        new ExaminerPool(source, () -> new BlockExaminer(keyring, scheme, settings), threads)) {
      pool.run(listing.from(settings.start()).iterator(), walk::block);
    }
    walk.end(lastHash);
    return report.build();
  }

  private static boolean lastHashFails(VerificationReport report) {
    return report.failures().stream().anyMatch(failure -> failure.check().isAboutLastHash());
  }

  private boolean moved(ChainSource source, BlockListing listing, Optional<byte[]> lastHash)
      throws IOException {
    try {
      pause.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The verification was interrupted.");
    }
    return !source.list().highest().equals(listing.highest())
        || !Arrays.equals(source.readLastHash().orElse(null), lastHash.orElse(null));
  }
}
