package dev.cairn.devnet;

import dev.cairn.devnet.contract.ContractRun;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.contract.Program;
import dev.cairn.devnet.contract.RunResult;
import dev.cairn.devnet.contract.SyntaxException;
import dev.cairn.devnet.contract.Write;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A contract language for tests of everything around contracts: code is a word, the state counts
 * runs, {@code (fail)} fails, {@code (break)} is a defect, and an open parenthesis without its
 * partner is no code.
 */
final class StubContracts implements Contracts {

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
    byte[] row = Long.toString(runs).getBytes(StandardCharsets.UTF_8);
    List<Write> writes = List.of(new Write("stub_runs", "all", row));
    return new RunResult.Success(
        "{\"int\":" + runs + "}",
        new Count(runs),
        List.of(),
        Optional.empty(),
        writes,
        writes,
        milligas);
  }

  @Override
  public ContractState restore(ContractState before, List<Write> rows) {
    return rows.stream()
        .reduce((first, last) -> last)
        .<ContractState>map(
            last -> new Count(Long.parseLong(new String(last.row(), StandardCharsets.UTF_8))))
        .orElse(before);
  }
}
