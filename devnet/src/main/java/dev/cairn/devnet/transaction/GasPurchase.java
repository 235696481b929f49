package dev.cairn.devnet.transaction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.devnet.contract.ContractRun;
import dev.cairn.devnet.contract.ContractRun.Gas;
import dev.cairn.devnet.contract.ContractRun.Rules;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.contract.Program;
import dev.cairn.devnet.contract.RunResult;
import dev.cairn.devnet.contract.Signer;
import dev.cairn.devnet.contract.SyntaxException;
import dev.cairn.devnet.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two calls around a transaction: the most that it may cost is taken from its sender before,
 * and what it did not use is given back afterwards (reference/pact.md 7.2, steps 1 and 3).
 */
final class GasPurchase {

  private static final String GAS = "coin.GAS";
  private static final String DEBIT = "coin.DEBIT";
  private static final String GAS_PAYER = ".GAS_PAYER";

  private final Contracts contracts;

  GasPurchase(Contracts contracts) {
    this.contracts = contracts;
  }

  /** Takes the most that the transaction may cost. */
  RunResult.Success buy(Transaction transaction, BlockContext context, ContractState before)
      throws CannotMineException {
    Command command = transaction.command();
    Meta meta = command.meta();
    Optional<Signer.Capability> payer = gasPayer(transaction);
    ObjectNode data = RequestData.empty();
    data.set("total", RequestData.decimal(meta.price(meta.gasUnits())));
    if (payer.isPresent()) {
      describe(transaction, data);
    }
    ContractRun run =
        new ContractRun(
            call(
                transaction,
                "(coin.buy-gas " + quote(meta.sender()) + " (read-decimal \"total\"))"),
            data,
            withDebit(command.signers(), meta.sender()),
            command.requestKey() + "-buygas",
            context.chainData(meta),
            List.of(GAS),
            payer,
            Rules.GENESIS,
            new Gas(0, GasSchedule.BUY_GAS_LIMIT));
    return success(transaction, contracts.run(before, run));
  }

  /** Pays the miner for the gas used, and the sender the rest. */
  RunResult.Success redeem(
      Transaction transaction, BlockContext context, ContractState before, long gas)
      throws CannotMineException {
    Command command = transaction.command();
    Meta meta = command.meta();
    ObjectNode data = RequestData.empty();
    data.set("total", RequestData.decimal(meta.price(meta.gasUnits())));
    data.set("fee", RequestData.decimal(meta.price(gas)));
    data.set("miner-keyset", context.miner().keyset());
    String code =
        "(coin.redeem-gas "
            + quote(context.miner().account())
            + " (read-keyset \"miner-keyset\") "
            + quote(meta.sender())
            + " (read-decimal \"total\"))";
    ContractRun run =
        new ContractRun(
            call(transaction, code),
            data,
            command.signers(),
            command.requestKey() + "-redeemgas",
            context.chainData(meta),
            List.of(GAS),
            Optional.empty(),
            Rules.GENESIS,
            Gas.FREE);
    return success(transaction, contracts.run(before, run));
  }

  private static RunResult.Success success(Transaction transaction, RunResult outcome)
      throws CannotMineException {
    if (outcome instanceof RunResult.Failure failure) {
      throw CannotMineException.cannotBuyGas(transaction, failure.reason());
    }
    return (RunResult.Success) outcome;
  }

  private Program call(Transaction transaction, String code) throws CannotMineException {
    try {
      return contracts.parse(code);
    } catch (SyntaxException badName) {
      throw CannotMineException.cannotBuyGas(transaction, "not an account name");
    }
  }

  private static String quote(String account) {
    return JsonText.quote(account);
  }

  // A signature that is for coin.GAS lets its account pay, though its list does not say DEBIT.
  private static List<Signer> withDebit(List<Signer> signers, String sender) {
    Signer.Capability debit = new Signer.Capability(DEBIT, List.of(TextNode.valueOf(sender)));
    List<Signer> found = new ArrayList<>();
    for (Signer signer : signers) {
      boolean pays = signer.capabilities().stream().anyMatch(each -> each.name().equals(GAS));
      found.add(pays ? signer.with(debit) : signer);
    }
    return found;
  }

  private static Optional<Signer.Capability> gasPayer(Transaction transaction)
      throws CannotMineException {
    List<Signer.Capability> payers =
        transaction.command().signers().stream()
            .flatMap(signer -> signer.capabilities().stream())
            .filter(capability -> capability.name().endsWith(GAS_PAYER))
            .toList();
    if (payers.size() > 1) {
      throw CannotMineException.cannotBuyGas(transaction, "Multiple gas payer capabilities");
    }
    return payers.stream().findFirst();
  }

  // What a gas payer may look at before it pays.
  private static void describe(Transaction transaction, ObjectNode data) {
    if (transaction.command().payload() instanceof Payload.Cont cont) {
      data.put("tx-type", "cont");
      data.put("cont-pact-id", cont.pactId());
      data.set("cont-step", RequestData.integer(cont.step()));
      data.put("cont-is-rollback", cont.rollback());
      data.set("cont-user-data", cont.data());
      data.put("cont-has-proof", cont.proof().isPresent());
      return;
    }
    data.put("tx-type", "exec");
    ArrayNode forms = data.putArray("exec-code");
    ((Program.Code) transaction.program()).forms().forEach(forms::add);
    data.set("exec-user-data", transaction.command().payload().data());
  }
}
