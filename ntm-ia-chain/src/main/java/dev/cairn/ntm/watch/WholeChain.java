package dev.cairn.ntm.watch;

import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.KeyringSource;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.verify.ChainVerifier;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.VerifySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A verification of all blocks, with the keyring as it is then.
 *
 * @param tolerances skew and greatest age; their time is not used
 */
public record WholeChain(
    ChainDirectory directory,
    KeyringSource keyring,
    List<Path> inputs,
    SignatureScheme scheme,
    int threads,
    VerifySettings tolerances)
    implements Examination {

  @Override
  public VerificationReport run(Timestamp now) throws IOException {
    VerifySettings settings =
        VerifySettings.at(now).withSkew(tolerances.skew()).withMaxAge(tolerances.maxAge());
    return new ChainVerifier(keyring.read(), scheme, threads).verify(directory, settings);
  }

  @Override
  public Duration maxAge() {
    return tolerances.maxAge();
  }
}
