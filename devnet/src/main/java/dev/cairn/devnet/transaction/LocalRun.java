package dev.cairn.devnet.transaction;

import dev.cairn.devnet.contract.ContractRun;
import dev.cairn.devnet.contract.ContractRun.Gas;
import dev.cairn.devnet.contract.ContractRun.Rules;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.contract.RunResult;
import dev.cairn.devnet.contract.SyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Runs that leave nothing behind (reference/chainweb.md 6.1, "local"). */
public final class LocalRun {

  private final Contracts contracts;
  private final TransactionRun transactions;

  public LocalRun(Contracts contracts) {
    this.contracts = contracts;
    this.transactions = new TransactionRun(contracts);
  }

  /** The code alone: nobody pays, and size costs nothing. */
  public String plain(Command command, BlockContext context, ContractState state, long txId) {
    Transaction transaction;
    try {
      transaction = Transaction.prepare(command, contracts);
    } catch (SyntaxException noCode) {
      return syntaxError(command, noCode);
    }
    Meta meta = command.meta();
    Gas counter = new Gas(0, meta.gasUnits());
    Optional<RunResult.Failure> refused = VerifierPlugins.failure(command, counter);
    if (refused.isPresent()) {
      return failure(command, ResultText.failure(refused.get()));
    }
    ContractRun run =
        new ContractRun(
            transaction.program(),
            command.payload().data(),
            command.signers(),
            command.verifiers(),
            command.requestKey().toString(),
            context.chainData(meta),
            List.of(),
            Optional.empty(),
            Rules.LOCAL,
            VerifierPlugins.charge(command, counter));
    RunResult outcome = contracts.run(state, run);
    if (outcome instanceof RunResult.Failure failure) {
      return failure(command, ResultText.failure(failure));
    }
    return text(
        success(command, (RunResult.Success) outcome, txId)
            .withMetaData(metaData(command, context)));
  }

  private static ResultText success(Command command, RunResult.Success success, long txId) {
    return new ResultText(
        TransactionRun.units(success.milligas()),
        ResultText.success(success.value()),
        command.requestKey().toString(),
        Optional.of(Logs.of(success.writes())),
        success.events(),
        success.continuation(),
        Optional.of(txId));
  }

  /** The whole transaction as the next block would run it; a parse error comes unwrapped. */
  public String preflight(Command command, BlockContext context, ContractState state, long txId) {
    Transaction transaction;
    try {
      transaction = Transaction.prepare(command, contracts);
    } catch (SyntaxException noCode) {
      return syntaxError(command, noCode);
    }
    return "{\"preflightResult\":"
        + preflightResult(transaction, context, state, txId)
        + ",\"preflightWarnings\":[]}";
  }

  private String preflightResult(
      Transaction transaction, BlockContext context, ContractState state, long txId) {
    Command command = transaction.command();
    try {
      return text(
          transactions.preview(transaction, context, state, txId, metaData(command, context)));
    } catch (CannotMineException unpaid) {
      return failure(command, ResultText.failure("EvalError", unpaid.reason(), "<toplevel>:0"));
    }
  }

  private static String syntaxError(Command command, SyntaxException noCode) {
    String message = "ParseError: " + noCode.getMessage();
    return failure(command, ResultText.failure("SyntaxError", message, noCode.info()));
  }

  private static String failure(Command command, String result) {
    ResultText text =
        new ResultText(
            command.meta().gasUnits(),
            result,
            command.requestKey().toString(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return text(text.onChain());
  }

  // Height of the next block, time and hash of its parent.
  private static String metaData(Command command, BlockContext context) {
    return "{\"blockHeight\":"
        + context.height()
        + ",\"blockTime\":"
        + context.parent().creationTime().micros()
        + ",\"prevBlockHash\":\""
        + context.parent().hash()
        + "\",\"publicMeta\":"
        + command.meta().json()
        + "}";
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
