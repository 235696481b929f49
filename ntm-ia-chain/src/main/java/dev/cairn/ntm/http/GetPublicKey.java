package dev.cairn.ntm.http;

import dev.cairn.ntm.keyring.KeyringSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET .../ntm_ia_public.key}: the key that signs now. Verifiers pin it, once. */
final class GetPublicKey implements Resource {

  private static final String PEM = "application/x-pem-file";

  private final KeyringSource keyring;

  GetPublicKey(KeyringSource keyring) {
    this.keyring = keyring;
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(SitePaths.PUBLIC_KEY);
  }

  @Override
  public CompletionStage<Answer> get(Ask ask) throws IOException {
    byte[] pem = keyring.read().newest().key().toPem().getBytes(StandardCharsets.US_ASCII);
    return CompletableFuture.completedFuture(Answer.of(PEM, pem));
  }
}
