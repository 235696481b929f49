package dev.cairn.pact.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.capability.Token;
import dev.cairn.pact.db.ContractState;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.eval.ChainData;
import dev.cairn.pact.eval.Environment;
import dev.cairn.pact.eval.Flag;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.eval.SpvSupport;
import dev.cairn.pact.keyset.NamespacePolicy;
import dev.cairn.pact.keyset.Signatures;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import java.util.Map;
import java.util.Set;

/** A chain's state and the runs on it; each successful one moves the state on. */
final class Runs {
  private static final PactEngine ENGINE = new PactEngine();

  private ContractState state = ContractState.EMPTY;
  private PactValue data = PObject.EMPTY;
  private Signatures signatures = Signatures.NONE;
  private Set<Flag> flags = Set.of();
  private SpvSupport spv = SpvSupport.NONE;
  private String chain = "0";
  private int number;

  Runs data(String json) {
    data = RequestJson.parse(json);
    return this;
  }

  Runs signedBy(Map<String, Set<Token>> keys) {
    signatures = new Signatures(keys);
    return this;
  }

  Runs flags(Flag... set) {
    flags = Set.of(set);
    return this;
  }

  Runs onChain(String id) {
    chain = id;
    return this;
  }

  Runs spv(SpvSupport support) {
    spv = support;
    return this;
  }

  ContractState state() {
    return state;
  }

  Environment environment() {
    ChainData chainData =
        new ChainData(chain, 1, 0, "", "", 0, dev.cairn.pact.decimal.Decimal.ZERO);
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

  Outcome run(Work work, GasMeter gas) {
    Outcome outcome = ENGINE.run(state, Run.of(work, environment(), gas));
    if (outcome instanceof Outcome.Success success) {
      state = success.after();
    }
    return outcome;
  }

  Outcome run(String code) {
    return run(new Work.Code(Program.parse(code)), GasMeter.free());
  }

  Outcome.Success succeed(String code) {
    Outcome outcome = run(code);
    assertThat(outcome).isInstanceOf(Outcome.Success.class);
    return (Outcome.Success) outcome;
  }

  Outcome.Failure fail(String code) {
    Outcome outcome = run(code);
    assertThat(outcome).isInstanceOf(Outcome.Failure.class);
    return (Outcome.Failure) outcome;
  }
}
