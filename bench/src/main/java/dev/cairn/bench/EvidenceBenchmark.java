package dev.cairn.bench;

import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.sample.EvidenceSample;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.EvidenceVerifier;
import dev.cairn.evidence.verify.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
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
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Verification of one evidence file, bytes to report (two Ed25519 checks among it), beside the
 * provider's bare Ed25519 check of the same event. {@link #main} prints the ratio.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-XX:+UseSerialGC", "-Xmx256m"})
@Warmup(iterations = 15, time = 1)
@Measurement(iterations = 5, time = 1)
public class EvidenceBenchmark {
  /** The requirement on {@link #evidence} with the best provider. */
  private static final double LIMIT_MICROS = 150;

  private static final int BATCH_SIZE = 1000;
  private static final int LEAF = 517;

  @Param({"accp", "bouncycastle"})
  public String provider = "";

  private final EvidenceSample sample = EvidenceSample.of(BATCH_SIZE);
  private final byte[] evidence = sample.evidence(LEAF).toJson().getBytes(StandardCharsets.UTF_8);
  private final TrustFile trust = sample.trust();
  private final byte[] publicKey = EvidenceSample.SIGNER.publicKey();
  private byte[] message = {};
  private byte[] signature = {};
  private SignatureProvider signatures = SignatureProviders.best();
  private EvidenceVerifier verifier = new EvidenceVerifier(signatures);

  /** Takes the event's signing input as the bare check's message. */
  @Setup
  public void prepare() {
    Event event = sample.events().get(LEAF);
    String compact = event.compact();
    message = compact.substring(0, compact.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    signature = EvidenceSample.SIGNER.sign(message);
    signatures = SignatureProviders.byName(provider);
    verifier = new EvidenceVerifier(signatures);
  }

  /** One evidence file, from its bytes to the report. */
  @Benchmark
  public VerificationReport evidence() {
    VerificationReport report = verifier.verify(evidence, trust);
    if (!report.isValid()) {
      throw new IllegalStateException(report.toText());
    }
    return report;
  }

  /** One Ed25519 check. */
  @Benchmark
  public boolean bareSignature() {
    return signatures.verify(SignatureAlgorithm.EDDSA, publicKey, message, signature);
  }

  /** Runs both and prints the ratio. */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(EvidenceBenchmark.class.getSimpleName()).build())
            .run();
    for (String provider : new String[] {"accp", "bouncycastle"}) {
      double whole = micros(results, provider, "evidence");
      double bare = micros(results, provider, "bareSignature");
      System.out.printf(
          "%s: evidence %.1f us (limit with accp %.0f us), bare Ed25519 check %.1f us, ratio %.2f%n",
          provider, whole, LIMIT_MICROS, bare, whole / bare);
    }
  }

  private static double micros(Collection<RunResult> results, String provider, String method) {
    return results.stream()
        .filter(result -> result.getParams().getParam("provider").equals(provider))
        .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }
}
