package dev.cairn.devnet.contract;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.store.Lineage;
import dev.cairn.devnet.store.Row;
import dev.cairn.devnet.store.RowVersions;
import dev.cairn.pact.chain.Failures;
import dev.cairn.pact.chain.Outcome;
import dev.cairn.pact.chain.OutcomeJson;
import dev.cairn.pact.chain.PactEngine;
import dev.cairn.pact.chain.Run;
import dev.cairn.pact.chain.Work;
import dev.cairn.pact.encoding.StableJson;
import dev.cairn.pact.encoding.ValueCbor;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.eval.WriteLog;
import java.util.List;
import java.util.Optional;

/**
 * Pact 5 as the module {@code pact-lang} runs it; nothing outside this package knows its engine.
 */
public final class PactContracts implements Contracts {

  private static final String PARSE_ERROR = "ParseError: ";

  private final PactEngine engine = new PactEngine();
  private final PactEnvironments environments;
  private final PactStore store;

  /**
   * Contracts of one network.
   *
   * @param proofs what they can know of other chains
   * @param versions where their rows are stored
   */
  public PactContracts(ProofOracle proofs, RowVersions versions) {
    this.environments = new PactEnvironments(proofs);
    this.store = new PactStore(versions, engine);
  }

  /** Code that Pact's parser has read. */
  private record Code(dev.cairn.pact.chain.Program program) implements Program.Code {
    @Override
    public List<String> forms() {
      return program.formTexts();
    }
  }

  @Override
  public ContractState empty() {
    return PactState.EMPTY;
  }

  @Override
  public Program.Code parse(String code) {
    try {
      return new Code(dev.cairn.pact.chain.Program.parse(code));
    } catch (PactException noCode) {
      Position position = noCode.position() == null ? Position.NONE : noCode.position();
      String message = noCode.chainText();
      throw new SyntaxException(
          message.startsWith(PARSE_ERROR) ? message.substring(PARSE_ERROR.length()) : message,
          "<toplevel>:" + position.line());
    }
  }

  @Override
  public RunResult run(ContractState before, ContractRun run) {
    GasMeter gas = meter(run.gas());
    BlockDatabase database = new BlockDatabase(PactState.of(before));
    Outcome outcome;
    try {
      outcome =
          engine.run(
              database,
              new Run(
                  work(run.program()),
                  environments.of(run),
                  gas,
                  run.granted().stream().map(PactEnvironments::token).toList(),
                  run.acquired().map(PactEnvironments::token).orElse(null)));
    } catch (PactException badRequest) {
      // Data or capabilities of the request that are no Pact values.
      return failure(Failures.of(badRequest), gas);
    }
    return outcome instanceof Outcome.Success success
        ? success(database.state(), success, gas)
        : failure((Outcome.Failure) outcome, gas);
  }

  private static GasMeter meter(ContractRun.Gas gas) {
    if (gas.equals(ContractRun.Gas.FREE)) {
      return GasMeter.free();
    }
    GasMeter meter = GasMeter.limited(gas.limit());
    meter.reset(gas.milligas());
    return meter;
  }

  private static Work work(Program program) {
    if (program instanceof Code code) {
      return new Work.Code(code.program());
    }
    Program.Step step = (Program.Step) program;
    return new Work.Continuation(
        step.pactId(), step.step(), step.rollback(), step.proof().orElse(null));
  }

  private static RunResult success(PactState after, Outcome.Success success, GasMeter gas) {
    return new RunResult.Success(
        StableJson.write(success.value()),
        after,
        success.events().stream().map(OutcomeJson::event).toList(),
        Optional.ofNullable(success.pact()).map(OutcomeJson::continuation),
        success.writes().stream().map(PactContracts::write).toList(),
        gas.milligasUsed());
  }

  private static Write write(WriteLog.Write write) {
    return new Write(write.table(), write.key(), ValueCbor.row(write.row()));
  }

  private static RunResult failure(Outcome.Failure failure, GasMeter gas) {
    return new RunResult.Failure(
        failure.type(),
        failure.message(),
        failure.replMessage(),
        failure.info(),
        gas.milligasUsed());
  }

  @Override
  public List<Row> changes(ContractState state) {
    return store.changes(PactState.of(state));
  }

  @Override
  public ContractState stored(
      ContractState state, List<Row> changes, ChainId chain, Lineage lineage) {
    return store.stored(PactState.of(state), changes, chain, lineage);
  }

  @Override
  public ContractState at(ChainId chain, Lineage lineage) {
    return store.at(chain, lineage);
  }
}
