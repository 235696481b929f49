package dev.cairn.app.ntm;

import dev.cairn.ntm.verify.VerifySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a chain is shown.
 *
 * @param directory the chain
 * @param base this server as others see it; empty: as it sees itself
 * @param documents folder of the documents that the protocol points at
 * @param maxAge greatest age of the newest block; zero: any
 */
public record SiteSettings(
    Path directory,
    ChainKeyring keyring,
    Optional<URI> base,
    Optional<Path> documents,
    Duration skew,
    Duration maxAge) {

  public SiteSettings {
    if (base.isPresent() && !String.valueOf(base.get().getScheme()).matches("https?")) {
      throw new IllegalArgumentException("A base address begins with http:// or https://.");
    }
  }

  /** With the protocol's tolerances. */
  public static SiteSettings of(Path directory, ChainKeyring keyring) {
    return new SiteSettings(
        directory,
        keyring,
        Optional.empty(),
        Optional.empty(),
        VerifySettings.DEFAULT_SKEW,
        VerifySettings.DEFAULT_MAX_AGE);
  }

  public SiteSettings withBase(Optional<URI> newBase) {
    return new SiteSettings(directory, keyring, newBase, documents, skew, maxAge);
  }

  public SiteSettings withDocuments(Optional<Path> newDocuments) {
    return new SiteSettings(directory, keyring, base, newDocuments, skew, maxAge);
  }
}
