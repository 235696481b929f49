package dev.cairn.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.checkpoint.Checkpoint;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.keyring.SigningKey;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.verify.ChainVerifier;
import dev.cairn.ntm.verify.Progress;
import dev.cairn.ntm.verify.Resumption;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.VerifySettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * A long chain verified from disk, beside the provider's bare RSA-2048 check, in one run. Rounds of
 * both alternate, on as many threads each; a round's ratio is that of the bare checks right before
 * and after it to its blocks. Times are CPU times of the process, so that collector and compiler
 * count. What is quoted is the median of the rounds after the compiler's; the first is printed,
 * too: it is what a single run costs. The chain is made on the first run.
 */
public final class NtmBenchmark {

  private static final int ROUNDS = 11;

  /** The compiler is at work in them. */
  private static final int WARM_UP_ROUNDS = 4;

  /** A quarter of a second for each thread. */
  private static final int BARE_CHECKS = 20_000;

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  /** As long as a usual block's canonical bytes. */
  private static final int MESSAGE_BYTES = 420;

  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Path root;
  private final long blocks;
  private final Provider provider;
  private final SigningKey key;

  private NtmBenchmark(Path root, long blocks, Provider provider, SigningKey key) {
    this.root = root;
    this.blocks = blocks;
    this.provider = provider;
    this.key = key;
  }

  /**
   * Arguments: directory of the chain, number of blocks, provider ({@code accp} or {@code jdk}).
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    Path root = Path.of(args[0]);
    long blocks = Long.parseLong(args[1]);
    Provider provider =
        args[2].equals("accp")
            ? AmazonCorrettoCryptoProvider.INSTANCE
            : Security.getProvider("SunRsaSign");
    SigningKey key = key(root);
    if (!Files.exists(root.resolve("last_hash.txt"))) {
      new NtmChainSample(root, key).write(blocks);
    }
    new NtmBenchmark(root, blocks, provider, key).run();
  }

  private static SigningKey key(Path root) throws IOException, GeneralSecurityException {
    Path file = root.resolve("sample.private.pem");
    if (!Files.exists(file)) {
      Files.createDirectories(root);
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      String body = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
      Files.writeString(
          file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    }
    return SigningKey.ofPem("sample-01", Files.readAllBytes(file));
  }

  private void run() throws IOException, GeneralSecurityException {
    double[] ratios = new double[ROUNDS];
    double[] perBlock = new double[ROUNDS];
    bareMicros(); // compiled before it is measured
    double before = bareMicros();
    for (int round = 0; round < ROUNDS; round++) {
      perBlock[round] = blockMicros();
      double after = bareMicros();
      double bare = (before + after) / 2;
      ratios[round] = bare / perBlock[round];
      System.out.printf(
          "round %d: bare check %.2f us, block %.2f us, ratio %.3f%n",
          round + 1, bare, perBlock[round], ratios[round]);
      before = after;
    }
    System.out.printf(
        "%s, %d threads: %.0f blocks/s per core, ratio %.3f (limit 0.7)%n",
        provider.getName(), THREADS, 1e6 / median(perBlock), median(ratios));
    System.out.printf("incremental run: %.0f ms%n", incrementalMillis());
  }

  private static double median(double[] ofRounds) {
    double[] warm = Arrays.copyOfRange(ofRounds, WARM_UP_ROUNDS, ofRounds.length);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }

  /** A run from a checkpoint of the newest block: the listing and one block. */
  private double incrementalMillis() throws IOException {
    ChainVerifier verifier = new ChainVerifier(key.soleKeyring(), SignatureScheme.of(provider), 1);
    VerifySettings settings = VerifySettings.at(NtmChainSample.sealedAt(blocks));
    ChainDirectory directory = new ChainDirectory(root);
    Optional<Checkpoint> checkpoint =
        verifier.checkpoint(settings, verifier.verify(directory, settings));
    long start = System.nanoTime();
    verifier.verify(directory, settings, new Resumption(checkpoint, false), Progress.NONE);
    return (System.nanoTime() - start) / 1e6;
  }

  /** CPU time of a check while each thread checks signatures of its own. */
  private double bareMicros() throws GeneralSecurityException {
    byte[] message = "x".repeat(MESSAGE_BYTES).getBytes(StandardCharsets.US_ASCII);
    byte[] signature = key.sign(message);
    long start = PROCESS.getProcessCpuTime();
    IntStream.range(0, THREADS)
        .mapToObj(i -> CompletableFuture.runAsync(() -> check(message, signature)))
        .toList()
        .forEach(CompletableFuture::join);
    return (PROCESS.getProcessCpuTime() - start) / 1e3 / BARE_CHECKS / THREADS;
  }

  private void check(byte[] message, byte[] signature) {
    try {
      Signature checker = Signature.getInstance("SHA256withRSA", provider);
      checker.initVerify(key.publicKey().key());
      for (int i = 0; i < BARE_CHECKS; i++) {
        checker.update(message);
        if (!checker.verify(signature)) {
          throw new IllegalStateException("The provider refuses its own signature.");
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private double blockMicros() throws IOException {
    Keyring keyring = key.soleKeyring();
    ChainVerifier verifier = new ChainVerifier(keyring, SignatureScheme.of(provider), THREADS);
    Timestamp now = NtmChainSample.sealedAt(blocks);
    long start = PROCESS.getProcessCpuTime();
    VerificationReport report = verifier.verify(new ChainDirectory(root), VerifySettings.at(now));
    double micros = (PROCESS.getProcessCpuTime() - start) / 1e3 / blocks;
    if (!report.isValid() || report.blocks() != blocks) {
      throw new IllegalStateException("The sample chain does not verify.");
    }
    return micros;
  }
}
