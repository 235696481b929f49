package dev.cairn.pact.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.capability.Token;
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
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A chain's state and the runs on it; each successful one moves the state on. */
public final class Runs {
  private static final PactEngine ENGINE = new PactEngine();

  private final MemoryDatabase database = new MemoryDatabase();
  private PactValue data = PObject.EMPTY;
  private Signatures signatures = Signatures.NONE;
  private Set<Flag> flags = Set.of();
  private SpvSupport spv = SpvSupport.NONE;
  private String chain = "0";
  private int number;

  public Runs data(String json) {
    data = RequestJson.parse(json);
    return this;
  }

  public Runs signedBy(Map<String, Set<Token>> keys) {
    signatures = new Signatures(keys);
    return this;
  }

  public Runs flags(Flag... set) {
    flags = Set.of(set);
    return this;
  }

  public Runs onChain(String id) {
    chain = id;
    return this;
  }

  public Runs spv(SpvSupport support) {
    spv = support;
    return this;
  }

  public ContractState state() {
    return database.state();
  }

  public Environment environment() {
    ChainData chainData = new ChainData(chain, 1, 0, "", "", 0, Decimal.ZERO);
    return new Environment(
        data,
        "hash-of-transaction-" + number++,
        chainData,
        signatures,
        Map.of(),
        flags,
        new NamespacePolicy.Simple(),
        spv,
        false);
  }

  public Outcome run(Work work, GasMeter gas) {
    return run(Run.of(work, environment(), gas));
  }

  public Outcome run(Run run) {
    return ENGINE.run(database, run);
  }

  public Outcome run(String code) {
    return run(new Work.Code(Program.parse(code)), GasMeter.free());
  }

  public Outcome.Success succeed(String code) {
    Outcome outcome = run(code);
    assertThat(outcome).isInstanceOf(Outcome.Success.class);
    return (Outcome.Success) outcome;
  }

  /** Continues a defpact; with a proof if it comes from another chain. */
  public Outcome resume(String pactId, int step, boolean rollback, @Nullable String proof) {
    return run(new Work.Continuation(pactId, step, rollback, proof), GasMeter.free());
  }

  public Outcome.Failure fail(String code) {
    Outcome outcome = run(code);
    assertThat(outcome).isInstanceOf(Outcome.Failure.class);
    return (Outcome.Failure) outcome;
  }

  /** A token with text and number arguments, as signers write them. */
  public static Token token(String name, PactValue... arguments) {
    return new Token(KeysetNames.qualifiedName(name), PList.of(arguments));
  }
}
