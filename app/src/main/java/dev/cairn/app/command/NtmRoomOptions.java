package dev.cairn.app.command;

import dev.cairn.app.client.Credentials;
import dev.cairn.app.exit.Failure;
import dev.cairn.app.ntm.ChainKeyring;
import dev.cairn.app.ntm.ChainRoomSettings;
import dev.cairn.app.ntm.ChainRoomSettings.Anchoring;
import dev.cairn.app.ntm.ChainRoomSettings.Sealing;
import dev.cairn.app.ntm.KeyReference;
import dev.cairn.app.ntm.PassphraseReference;
import dev.cairn.app.ntm.SiteSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code up} for an NTM-IA chain; without {@code --ntm-dir} there is none. */
final class NtmRoomOptions {

  @Option(
      names = "--ntm-dir",
      paramLabel = "DIR",
      description = "Serve the NTM-IA chain in this directory; with --ntm-key seal it, too.")
  private @Nullable Path directory;

  @Option(
      names = "--ntm-port",
      defaultValue = "" + NtmServe.DEFAULT_PORT,
      paramLabel = "PORT",
      description = "Port of the chain's server; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--ntm-host",
      defaultValue = "127.0.0.1",
      paramLabel = "HOST",
      description = "Address that the chain's server listens on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--ntm-base-url",
      paramLabel = "URL",
      description = "The chain's server as others see it, for links in answers to programs.")
  private @Nullable URI base;

  @Option(
      names = "--ntm-documents",
      paramLabel = "DIR",
      description = "Folder with NTM-IA-VERIFICATION.md and the other documents, to be served.")
  private @Nullable Path documents;

  @Option(
      names = "--ntm-keyring",
      paramLabel = "FILE",
      description = "All public keys of the chain (default: keyring.json in its directory).")
  private @Nullable Path keyring;

  @Option(
      names = "--ntm-key",
      paramLabel = "PEM",
      description =
          "The RSA private key that signs blocks; with --ntm-pkcs11 its name in the token.")
  private @Nullable String key;

  @Option(
      names = "--ntm-key-id",
      paramLabel = "ID",
      description = "The signing key's name in keyrings.")
  private @Nullable String keyId;

  @Option(
      names = "--ntm-pkcs11",
      paramLabel = "FILE",
      description = "The signing key is in a token; the file configures SunPKCS11 for it.")
  private @Nullable Path token;

  @Option(
      names = "--ntm-passphrase-env",
      paramLabel = "NAME",
      description =
          "The environment variable with the signing key's passphrase or the token's PIN.")
  private @Nullable String variable;

  @Option(
      names = "--ntm-passphrase-file",
      paramLabel = "FILE",
      description = "A file whose first line is that passphrase or PIN (default: it is asked for).")
  private @Nullable Path passphrase;

  @Option(
      names = "--ntm-metrics",
      defaultValue = ChainRoomSettings.OWN_METRICS,
      paramLabel = "FILE|URL",
      description =
          "What is sealed: a JSON file, an http(s) address, or this instance's own figures"
              + " (default: ${DEFAULT-VALUE}).")
  private String metrics;

  @Option(
      names = "--ntm-every",
      defaultValue = "600",
      paramLabel = "S",
      description = "Seconds from one block to the next (default: ${DEFAULT-VALUE}).")
  private long everySeconds;

  @Option(
      names = "--no-ntm-anchors",
      description = "Don't send the chain's newest hashes through the gateway.")
  private boolean noAnchors;

  @Option(
      names = "--ntm-anchor-at",
      paramLabel = "URL",
      description = "The gateway that the chain's heads go through (default: this instance's).")
  private @Nullable URI gateway;

  @Option(
      names = "--ntm-api-key-file",
      paramLabel = "FILE",
      description = "A file with the API key for that gateway.")
  private @Nullable Path apiKey;

  @Option(
      names = "--ntm-ca",
      paramLabel = "FILE",
      description = "Believe that gateway with this certificate, or one signed by it (PEM).")
  private @Nullable Path authority;

  /** What was asked for; empty without a chain. */
  Optional<ChainRoomSettings> settings() {
    if (directory == null) {
      if (key != null) {
        throw Failure.doNot("--ntm-key needs --ntm-dir.");
      }
      return Optional.empty();
    }
    SiteSettings site =
        SiteSettings.of(directory, ChainKeyring.of(keyring, directory))
            .withBase(Optional.ofNullable(base))
            .withDocuments(Optional.ofNullable(documents));
    return Optional.of(new ChainRoomSettings(site, host, PortRange.checked(port), sealing()));
  }

  private Optional<Sealing> sealing() {
    if (key == null) {
      return Optional.empty();
    }
    if (keyId == null) {
      throw Failure.doNot("--ntm-key needs --ntm-key-id.");
    }
    if (everySeconds < 1) {
      throw Failure.doNot("--ntm-every is a second or more.");
    }
    KeyReference reference =
        new KeyReference(
            key,
            keyId,
            Optional.ofNullable(token),
            new PassphraseReference(
                Optional.ofNullable(variable), Optional.ofNullable(passphrase)));
    return Optional.of(
        new Sealing(reference, metrics, Duration.ofSeconds(everySeconds), anchoring()));
  }

  private Optional<Anchoring> anchoring() {
    if (noAnchors) {
      return Optional.empty();
    }
    Credentials credentials =
        new Credentials(
            Optional.ofNullable(apiKey).map(ApiKeyFile::read),
            Optional.ofNullable(authority).map(TrustedAuthority::context));
    return Optional.of(new Anchoring(Optional.ofNullable(gateway), credentials));
  }
}
