package dev.cairn.ntm.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.remote.RemoteFailure.Code;
import dev.cairn.ntm.verify.ChainVerifier;
import dev.cairn.ntm.verify.Check;
import dev.cairn.ntm.verify.Failure;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.VerifySettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A chain of the vectors behind a server that a test may change; for tests to extend. */
abstract class ServedChain {

  static final Timestamp NOW = Timestamp.parse("2026-04-02 17:57:10").orElseThrow();
  static final String BLOCKS = "/chains/valid-12/blocks/";
  static final String FIFTH = BLOCKS + "block_000005.json";
  static final RemoteSettings PATIENT =
      new RemoteSettings(Duration.ofSeconds(30), Duration.ofMinutes(10), 3);

  /** So short that a test need not wait for it, and only where the server never answers. */
  static final RemoteSettings IMPATIENT =
      new RemoteSettings(Duration.ofMillis(200), Duration.ofMinutes(10), 1);

  final CountDownLatch testIsOver = new CountDownLatch(1);
  final List<Integer> pauses = new ArrayList<>();
  ChainServer server;

  @BeforeEach
  void serve() throws IOException {
    server = new ChainServer(Vectors.path("chains/valid-12").resolve("../.."));
  }

  @AfterEach
  void stop() {
    testIsOver.countDown();
    server.close();
  }

  void assertFails(RemoteSettings settings, Code code) {
    RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> verify(settings, 1));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).hasMessageMatching(code + ": .*[.]");
  }

  static void assertCodes(VerificationReport report, Check... codes) {
    assertThat(report.failures()).extracting(Failure::check).containsExactly(codes);
  }

  VerificationReport verify(RemoteSettings settings, int threads) throws IOException {
    return verifier(threads).verify(chain(settings), VerifySettings.at(NOW));
  }

  RemoteChain chain(RemoteSettings settings) {
    return chain(server.address("chains/valid-12"), settings);
  }

  RemoteChain chain(String address, RemoteSettings settings) {
    RemoteClient client = new RemoteClient(settings, System::nanoTime, pauses::add);
    return new RemoteChain(RemoteChain.folder(address), client);
  }

  static ChainVerifier verifier(int threads) throws IOException {
    return new ChainVerifier(
        KeyringFile.read(Vectors.path("keys/keyring-single.json")),
        SignatureScheme.platform(),
        threads);
  }
}
