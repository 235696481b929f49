package dev.cairn.bench;

import dev.cairn.pact.capability.Token;
import dev.cairn.pact.chain.Outcome;
import dev.cairn.pact.chain.PactEngine;
import dev.cairn.pact.chain.Program;
import dev.cairn.pact.chain.Run;
import dev.cairn.pact.chain.Work;
import dev.cairn.pact.db.ContractState;
import dev.cairn.pact.db.MemoryDatabase;
import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.eval.ChainData;
import dev.cairn.pact.eval.Environment;
import dev.cairn.pact.eval.Flag;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.eval.SpvSupport;
import dev.cairn.pact.keyset.KeysetNames;
import dev.cairn.pact.keyset.NamespacePolicy;
import dev.cairn.pact.keyset.Signatures;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One {@code record-batch} transaction of the anchor contract, from its text to the new state, with
 * gas metered and a batch id that is new each time. {@link #main} holds it against its limit.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PactBenchmark {
  /** The requirement on {@link #recordBatch}. */
  private static final double LIMIT_MICROS = 150;

  private static final long GAS_LIMIT = 150_000;
  private static final String ROOT = "xnK40e9W7Sirh8NiLFEUBpvdOte4-XN0mNDAHs7wlno";
  private static final String DATA =
      """
      {"namespace": "free", "upgrade": false,
       "governance": {"keys": ["governor"], "pred": "keys-all"},
       "alice": {"keys": ["alice"], "pred": "keys-all"},
       "any": {"keys": [], "pred": "keys-all"}}
      """;
  private static final Set<Flag> ON_CHAIN =
      Set.of(Flag.DISABLE_RETURN_TYPE_CHECKS, Flag.DISABLE_HISTORY_IN_TRANSACTIONS);

  private final PactEngine engine = new PactEngine();
  private final MemoryDatabase database = new MemoryDatabase();
  private ContractState prepared = database.state();
  private int number;

  /** Installs the contract and admits a submitter. */
  @Setup
  public void prepare() throws IOException {
    Signatures governor = new Signatures(Map.of("governor", Set.of()));
    run("(define-namespace \"free\" (read-keyset \"any\") (read-keyset \"any\"))", governor);
    run(contract(), governor);
    run("(free.cairn-anchor.register-submitter \"alice\" (read-keyset \"alice\"))", governor);
    prepared = database.state();
  }

  /** Else what is measured, after a while, is a collector that looks for the last free bytes. */
  @Setup(Level.Iteration)
  public void forget() {
    database.restore(prepared);
  }

  /** One transaction; each adds a row to the state that the next one finds. */
  @Benchmark
  public Outcome recordBatch() {
    Token submit =
        new Token(
            KeysetNames.qualifiedName("free.cairn-anchor.SUBMIT"), PList.of(new PString("alice")));
    String id = String.format(Locale.ROOT, "0190b1f0-7b1a-7c3e-9a54-%012d", number++);
    return run(
        "(free.cairn-anchor.record-batch \"alice\" \""
            + id
            + "\" \""
            + ROOT
            + "\" 1000 \"SHA512t_256\")",
        new Signatures(Map.of("alice", Set.of(submit))));
  }

  private Outcome run(String code, Signatures signatures) {
    Work work = new Work.Code(Program.parse(code));
    Outcome outcome =
        engine.run(database, Run.of(work, environment(signatures), GasMeter.limited(GAS_LIMIT)));
    if (!(outcome instanceof Outcome.Success)) {
      throw new IllegalStateException(outcome.toString());
    }
    return outcome;
  }

  private static Environment environment(Signatures signatures) {
    return new Environment(
        RequestJson.parse(DATA),
        "DldRwCblQ7Loqy6wYJnaodHl30d3j3eH-qtFzfEv46g",
        new ChainData("0", 1, 0, "", "", GAS_LIMIT, Decimal.ZERO),
        signatures,
        Map.of(),
        ON_CHAIN,
        new NamespacePolicy.Simple(),
        SpvSupport.NONE,
        false);
  }

  private static String contract() throws IOException {
    try (InputStream source =
        PactBenchmark.class.getResourceAsStream("/dev/cairn/contracts/anchor.pact")) {
      if (source == null) {
        throw new IllegalStateException("The anchor contract is missing.");
      }
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Runs the benchmark; exit code 1 if a transaction takes longer than its limit. */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(PactBenchmark.class.getName()).build()).run();
    double micros = results.iterator().next().getPrimaryResult().getScore();
    System.out.printf("record-batch: %.1f µs of at most %.0f%n", micros, LIMIT_MICROS);
    if (micros > LIMIT_MICROS) {
      System.exit(1);
    }
  }
}
