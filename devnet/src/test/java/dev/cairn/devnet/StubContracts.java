package dev.cairn.devnet;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.contract.ContractRun;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.contract.Program;
import dev.cairn.devnet.contract.RunResult;
import dev.cairn.devnet.contract.SyntaxException;
import dev.cairn.devnet.contract.Write;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.store.Lineage;
import dev.cairn.devnet.store.Row;
import dev.cairn.devnet.store.RowVersions;
import dev.cairn.devnet.store.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A contract language for tests of everything around contracts: code is a word, the state counts
 * runs, {@code (fail)} fails, {@code (break)} is a defect, and an open parenthesis without its
 * partner is no code.
 */
final class StubContracts implements Contracts {

  private static final String TABLE = "stub_runs";
  private static final String KEY = "all";

  private final RowVersions versions;

  StubContracts(ChainStore store) {
    this.versions = store.rows();
  }

  private record Count(long runs) implements ContractState {}

  private record Word(String text) implements Program.Code {
    @Override
    public List<String> forms() {
      return List.of(text);
    }
  }

  @Override
  public ContractState empty() {
    return new Count(0);
  }

  @Override
  public Program.Code parse(String code) {
    if (code.chars().filter(c -> c == '(').count() > code.chars().filter(c -> c == ')').count()) {
      throw new SyntaxException("Expected: [')']", "<toplevel>:0");
    }
    return new Word(code);
  }

  @Override
  public RunResult run(ContractState before, ContractRun run) {
    long milligas = run.gas().milligas() + ContractRun.Gas.MILLI;
    if (run.program() instanceof Word word && word.text().equals("(fail)")) {
      return new RunResult.Failure("TxFailure", "no", "no", "<toplevel>:0", milligas);
    }
    if (run.program() instanceof Word word && word.text().equals("(break)")) {
      throw new IllegalStateException("This word breaks the language, for a test.");
    }
    long runs = ((Count) before).runs() + 1;
    List<Write> writes = List.of(new Write(TABLE, KEY, text(runs)));
    return new RunResult.Success(
        "{\"int\":" + runs + "}", new Count(runs), List.of(), Optional.empty(), writes, milligas);
  }

  @Override
  public List<Row> changes(ContractState state) {
    return List.of(new Row(TABLE, KEY, text(((Count) state).runs())));
  }

  @Override
  public ContractState stored(
      ContractState state, List<Row> changes, ChainId chain, Lineage lineage) {
    return state;
  }

  @Override
  public ContractState at(ChainId chain, Lineage lineage) {
    Version version = Objects.requireNonNull(versions.find(chain, TABLE, KEY, lineage).seen());
    return new Count(Long.parseLong(new String(version.bytes(), StandardCharsets.UTF_8)));
  }

  private static byte[] text(long runs) {
    return Long.toString(runs).getBytes(StandardCharsets.UTF_8);
  }
}
