package dev.cairn.ntm.watch;

import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.checkpoint.Checkpoint;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.KeyringSource;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.verify.ChainVerifier;
import dev.cairn.ntm.verify.Progress;
import dev.cairn.ntm.verify.Resumption;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.VerifySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A verification of all blocks, with the keyring as it is then. As long as all is well, a run reads
 * only what is new since the last; once an hour, and whenever something is wrong, it reads all.
 */
public final class WholeChain implements Examination {

  /** A file that was changed in its place shows after this time at the latest. */
  static final Duration WHOLE_RUN_EVERY = Duration.ofHours(1);

  private final ChainDirectory directory;
  private final KeyringSource keyring;
  private final List<Path> inputs;
  private final SignatureScheme scheme;
  private final int threads;
  private final VerifySettings tolerances;

  /** What the last run found good; guarded by this. */
  private Optional<Checkpoint> reached = Optional.empty();

  /** When all blocks were read; guarded by this, and of use only with {@link #reached}. */
  private Timestamp readAll = new Timestamp(0);

  /**
   * An examination of one chain.
   *
   * @param tolerances skew and greatest age; their time is not used
   */
  public WholeChain(
      ChainDirectory directory,
      KeyringSource keyring,
      List<Path> inputs,
      SignatureScheme scheme,
      int threads,
      VerifySettings tolerances) {
    this.directory = directory;
    this.keyring = keyring;
    this.inputs = List.copyOf(inputs);
    this.scheme = scheme;
    this.threads = threads;
    this.tolerances = tolerances;
  }

  @Override
  public synchronized VerificationReport run(Timestamp now) throws IOException {
    VerifySettings settings =
        VerifySettings.at(now).withSkew(tolerances.skew()).withMaxAge(tolerances.maxAge());
    Keyring keys = keyring.read();
    ChainVerifier verifier = new ChainVerifier(keys, scheme, threads);
    Optional<Checkpoint> usable = reached.filter(point -> isUsable(point, keys, now));
    reached = Optional.empty(); // unless this run comes to its end
    if (usable.isPresent()) {
      Resumption resumption = new Resumption(usable, false);
      VerificationReport report = verifier.verify(directory, settings, resumption, Progress.NONE);
      reached = verifier.checkpoint(settings, report);
      if (reached.isPresent()) {
        return report;
      }
    }
    VerificationReport report = verifier.verify(directory, settings);
    reached = verifier.checkpoint(settings, report);
    readAll = now;
    return report;
  }

  private boolean isUsable(Checkpoint point, Keyring keys, Timestamp now) {
    return point.keyringDigest().equals(keys.digest())
        && !now.isBefore(point.checkedAt())
        && now.since(readAll).compareTo(WHOLE_RUN_EVERY) < 0;
  }

  @Override
  public Duration maxAge() {
    return tolerances.maxAge();
  }

  @Override
  public List<Path> inputs() {
    return inputs;
  }
}
