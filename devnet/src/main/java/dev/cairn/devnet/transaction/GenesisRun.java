package dev.cairn.devnet.transaction;

import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.contract.ChainData;
import dev.cairn.devnet.contract.ContractRun;
import dev.cairn.devnet.contract.ContractRun.Gas;
import dev.cairn.devnet.contract.ContractRun.Rules;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.contract.RunResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Transactions of the first block: free, unsigned, with the powers of the network itself. */
public final class GenesisRun {

  private static final List<String> POWERS = List.of("coin.GENESIS", "coin.COINBASE");
  private static final ChainData NO_CHAIN = new ChainData("", 0, 0, "", "", 0, BigDecimal.ZERO);

  private final Contracts contracts;

  public GenesisRun(Contracts contracts) {
    this.contracts = contracts;
  }

  /** Runs one transaction; the first block has no failures. */
  public Executed execute(PactCommand signed, ContractState before, long txId) {
    Transaction transaction = Transaction.prepare(Command.parse(signed), contracts);
    String requestKey = signed.hash().toString();
    ContractRun run =
        new ContractRun(
            transaction.program(),
            transaction.command().payload().data(),
            List.of(),
            requestKey,
            NO_CHAIN,
            POWERS,
            Optional.empty(),
            Rules.GENESIS,
            Gas.FREE);
    RunResult outcome = contracts.run(before, run);
    if (outcome instanceof RunResult.Failure failure) {
      throw new IllegalStateException(
          "Genesis transaction " + transaction.command().nonce() + ": " + failure.message());
    }
    RunResult.Success success = (RunResult.Success) outcome;
    ResultText result =
        new ResultText(
            0,
            ResultText.success(success.value()),
            requestKey,
            Optional.of(Logs.of(success.writes())),
            success.events(),
            Optional.empty(),
            Optional.of(txId));
    return new Executed(result.onChain(), success.after(), 0, txId + 1);
  }
}
