package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.keys.KeyFiles;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SigningKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn keygen}: a new signing key. */
@Command(
    name = "keygen",
    mixinStandardHelpOptions = true,
    description = "Makes a signing key and prints its did:key.")
public final class Keygen implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      defaultValue = "key.jwk",
      paramLabel = "FILE",
      description = "Where the private key goes, as a JWK (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--alg",
      defaultValue = "EdDSA",
      description = "EdDSA, ES256 or ES256K (default: ${DEFAULT-VALUE}).")
  private String algorithm;

  @Override
  public Integer call() {
    SigningKey key = SigningKey.generate(algorithm(), new SecureRandom());
    KeyFiles.write(out, key);
    spec.commandLine().getOut().println(key.didKey());
    if (key.algorithm() == SignatureAlgorithm.EDDSA) {
      spec.commandLine()
          .getErr()
          .println("chain account: k:" + HexFormat.of().formatHex(key.publicKey()));
    }
    return 0;
  }

  private SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.ofJwsName(algorithm)
        .orElseThrow(
            () ->
                Failure.doNot("Unknown algorithm " + algorithm + "; take EdDSA, ES256 or ES256K."));
  }
}
