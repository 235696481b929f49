package dev.cairn.devnet.transaction;

import dev.cairn.devnet.contract.ContractRun;
import dev.cairn.devnet.contract.ContractRun.Gas;
import dev.cairn.devnet.contract.ContractRun.Rules;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.contract.RunResult;
import dev.cairn.devnet.contract.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole transaction: gas is bought, the paid part runs, the rest is redeemed (reference/pact.md
 * 7.2). A failure of the paid part undoes only that part and costs the whole limit.
 */
public final class TransactionRun {

  /** Transaction ids used: buying, paid part, redeeming; a failed paid part uses none. */
  private static final int IDS_OF_SUCCESS = 3;

  private static final int IDS_OF_FAILURE = 2;

  private final Contracts contracts;
  private final GasPurchase purchase;

  public TransactionRun(Contracts contracts) {
    this.contracts = contracts;
    this.purchase = new GasPurchase(contracts);
  }

  /** Whether the sender can be made to pay. */
  public void checkPurchase(Transaction transaction, BlockContext context, ContractState before)
      throws CannotMineException {
    purchase.buy(transaction, context, before);
  }

  /** Runs a transaction for a block. */
  public Executed mine(
      Transaction transaction, BlockContext context, ContractState before, long txId)
      throws CannotMineException {
    Finished finished = finish(transaction, context, before, txId);
    return new Executed(
        finished.result.onChain(), finished.after, finished.result.gas(), finished.nextTxId);
  }

  /** What running it in the next block would give, with metadata. */
  byte[] preview(
      Transaction transaction, BlockContext context, ContractState before, long txId, String meta)
      throws CannotMineException {
    return finish(transaction, context, before, txId).result.withMetaData(meta);
  }

  private record Finished(ResultText result, ContractState after, long nextTxId) {}

  private Finished finish(
      Transaction transaction, BlockContext context, ContractState before, long txId)
      throws CannotMineException {
    RunResult.Success bought = purchase.buy(transaction, context, before);
    Meta meta = transaction.command().meta();
    long size = GasSchedule.forSizeOf(transaction.command());
    if (size > meta.gasUnits()) {
      throw CannotMineException.tooBig(transaction);
    }
    Gas counter = new Gas(bought.milligas() + size * Gas.MILLI, meta.gasUnits());
    RunResult paid = pay(transaction, context, bought.after(), counter);
    return paid instanceof RunResult.Success success
        ? succeeded(transaction, context, bought, success, txId)
        : failed(transaction, context, bought, (RunResult.Failure) paid, txId);
  }

  private RunResult pay(
      Transaction transaction, BlockContext context, ContractState before, Gas counter) {
    Command command = transaction.command();
    Optional<RunResult.Failure> refused = VerifierPlugins.failure(command, counter);
    return refused.isPresent()
        ? refused.get()
        : contracts.run(
            before, paidPart(transaction, context, VerifierPlugins.charge(command, counter)));
  }

  private static ContractRun paidPart(Transaction transaction, BlockContext context, Gas counter) {
    Command command = transaction.command();
    return new ContractRun(
        transaction.program(),
        command.payload().data(),
        command.signers(),
        command.verifiers(),
        command.requestKey().toString(),
        context.chainData(command.meta()),
        List.of(),
        Optional.empty(),
        Rules.TRANSACTION,
        counter);
  }

  private Finished succeeded(
      Transaction transaction,
      BlockContext context,
      RunResult.Success bought,
      RunResult.Success paid,
      long txId)
      throws CannotMineException {
    long gas = units(paid.milligas());
    RunResult.Success redeemed = purchase.redeem(transaction, context, paid.after(), gas);
    List<Write> writes = join(bought.writes(), paid.writes(), redeemed.writes());
    ResultText result =
        new ResultText(
            gas,
            ResultText.success(paid.value()),
            transaction.requestKey().toString(),
            Optional.of(Logs.of(writes)),
            join(bought.events(), paid.events(), redeemed.events()),
            paid.continuation(),
            Optional.of(txId + 1));
    return new Finished(result, redeemed.after(), txId + IDS_OF_SUCCESS);
  }

  private Finished failed(
      Transaction transaction,
      BlockContext context,
      RunResult.Success bought,
      RunResult.Failure paid,
      long txId)
      throws CannotMineException {
    long gas = transaction.command().meta().gasUnits();
    RunResult.Success redeemed = purchase.redeem(transaction, context, bought.after(), gas);
    List<Write> writes = join(bought.writes(), List.of(), redeemed.writes());
    ResultText result =
        new ResultText(
            gas,
            ResultText.failure(paid),
            transaction.requestKey().toString(),
            Optional.of(Logs.of(writes)),
            join(bought.events(), List.of(), redeemed.events()),
            Optional.empty(),
            Optional.empty());
    return new Finished(result, redeemed.after(), txId + IDS_OF_FAILURE);
  }

  /** Whole units of gas for a counter. */
  static long units(long milligas) {
    return (milligas + Gas.MILLI - 1) / Gas.MILLI;
  }

  private static <T> List<T> join(List<T> first, List<T> second, List<T> third) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    all.addAll(third);
    return all;
  }
}
