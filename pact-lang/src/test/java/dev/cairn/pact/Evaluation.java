package dev.cairn.pact;

import dev.cairn.pact.chain.Failures;
import dev.cairn.pact.chain.Outcome;
import dev.cairn.pact.chain.PactEngine;
import dev.cairn.pact.chain.Program;
import dev.cairn.pact.chain.Run;
import dev.cairn.pact.chain.Work;
import dev.cairn.pact.db.MemoryDatabase;
import dev.cairn.pact.encoding.PactHash;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.ChainData;
import dev.cairn.pact.eval.Environment;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.eval.SpvSupport;
import dev.cairn.pact.keyset.NamespacePolicy;
import dev.cairn.pact.keyset.Signatures;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import java.util.Map;
import java.util.Set;

/** Runs code by itself: in an empty database, unsigned, with free gas. */
public final class Evaluation {
  private static final PactEngine ENGINE = new PactEngine();

  private Evaluation() {}

  public static Outcome run(String code, PactValue data, GasMeter gas) {
    Environment environment =
        new Environment(
            data,
            PactHash.ofText(""),
            ChainData.NONE,
            Signatures.NONE,
            Map.of(),
            Set.of(),
            new NamespacePolicy.Simple(),
            SpvSupport.NONE,
            true);
    try {
      Work work = new Work.Code(Program.parse(code));
      return ENGINE.run(new MemoryDatabase(), Run.of(work, environment, gas));
    } catch (PactException syntax) {
      return Failures.of(syntax);
    }
  }

  public static Outcome run(String code) {
    return run(code, PObject.EMPTY, GasMeter.free());
  }

  /** The value of code that must succeed. */
  public static PactValue value(String code, PactValue data) {
    Outcome outcome = run(code, data, GasMeter.free());
    if (outcome instanceof Outcome.Success success) {
      return success.value();
    }
    throw new AssertionError(code + " failed: " + outcome);
  }

  public static PactValue value(String code) {
    return value(code, PObject.EMPTY);
  }
}
