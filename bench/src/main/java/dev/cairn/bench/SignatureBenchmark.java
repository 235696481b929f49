package dev.cairn.bench;

import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.crypto.SigningKey;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One signature check, by provider and algorithm, the signature rule's own checks included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class SignatureBenchmark {
  /** About the signing input of a small event. */
  private static final int MESSAGE_BYTES = 400;

  @Param({"accp", "bouncycastle", "jdk"})
  public String provider = "";

  @Param({"EDDSA", "ES256", "ES256K"})
  public SignatureAlgorithm algorithm = SignatureAlgorithm.EDDSA;

  private final byte[] message = new byte[MESSAGE_BYTES];
  private SignatureProvider verifier = SignatureProviders.best();
  private byte[] publicKey = {};
  private byte[] signature = {};

  /** Makes a key and a signature. */
  @Setup
  public void sign() {
    SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
    verifier = SignatureProviders.byName(provider);
    publicKey = key.publicKey();
    signature = key.sign(message);
  }

  /** The check; a wrong answer would make the measurement worthless. */
  @Benchmark
  public boolean verify() {
    if (!verifier.verify(algorithm, publicKey, message, signature)) {
      throw new IllegalStateException("A good signature was refused.");
    }
    return true;
  }
}
