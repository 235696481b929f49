package dev.cairn.app.command;

import dev.cairn.app.ntm.KeyReference;
import dev.cairn.app.ntm.PassphraseReference;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the key of a chain. */
final class NtmKeyOptions {

  @Option(
      names = "--key",
      required = true,
      paramLabel = "PEM",
      description = "The RSA private key (PKCS#8, encrypted or not); with --pkcs11 its name there.")
  private String key;

  @Option(
      names = "--key-id",
      required = true,
      paramLabel = "ID",
      description = "The key's name in keyrings; never used for another key.")
  private String keyId;

  @Option(
      names = "--pkcs11",
      paramLabel = "FILE",
      description = "The key is in a token; the file configures SunPKCS11 for it.")
  private @Nullable Path token;

  @Option(
      names = "--passphrase-env",
      paramLabel = "NAME",
      description = "The environment variable with the key's passphrase or the token's PIN.")
  private @Nullable String variable;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "A file whose first line is that passphrase or PIN (default: it is asked for).")
  private @Nullable Path file;

  KeyReference reference() {
    return new KeyReference(
        key,
        keyId,
        Optional.ofNullable(token),
        new PassphraseReference(Optional.ofNullable(variable), Optional.ofNullable(file)));
  }
}
