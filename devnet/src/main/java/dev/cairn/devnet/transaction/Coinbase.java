package dev.cairn.devnet.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.devnet.contract.ContractRun;
import dev.cairn.devnet.contract.ContractRun.Gas;
import dev.cairn.devnet.contract.ContractRun.Rules;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.contract.Program;
import dev.cairn.devnet.contract.RunResult;
import dev.cairn.devnet.json.JsonText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The first thing in a block: its miner is paid. */
public final class Coinbase {

  /** All chains together pay this in a round: the first row of the public networks' table. */
  private static final BigDecimal ROUND_REWARD = new BigDecimal("23.04523");

  private static final String GENESIS =
      "{\"gas\":0,\"result\":{\"status\":\"success\",\"data\":\"NO_COINBASE\"},\"reqKey\":"
          + "\"DldRwCblQ7Loqy6wYJnaodHl30d3j3eH-qtFzfEv46g\",\"logs\":null,\"metaData\":null,"
          + "\"continuation\":null,\"txId\":null}";

  private final Contracts contracts;
  private final MinerAccount miner;
  private final ObjectNode data = RequestData.empty();
  // The same for every block, so it is read once.
  private final Program program;

  public Coinbase(Contracts contracts, MinerAccount miner, int chains) {
    this.contracts = contracts;
    this.miner = miner;
    BigDecimal reward =
        ROUND_REWARD
            .divide(BigDecimal.valueOf(chains), MathContext.DECIMAL64)
            .setScale(Meta.COIN_PLACES, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    data.set("reward", RequestData.decimal(reward));
    data.set("miner-keyset", miner.keyset());
    program =
        contracts.parse(
            "(coin.coinbase "
                + JsonText.quote(miner.account())
                + " (read-keyset \"miner-keyset\") (read-decimal \"reward\"))");
  }

  /** The coinbase output of a genesis block. */
  public static byte[] ofGenesis() {
    return GENESIS.getBytes(StandardCharsets.UTF_8);
  }

  /** Pays the miner of a block. */
  public Executed pay(BlockContext context, ContractState before, long txId) {
    String parent = context.parent().hash().toString();
    ContractRun run =
        new ContractRun(
            program,
            data,
            List.of(),
            parent,
            context.chainData("", 0, BigDecimal.ZERO),
            List.of("coin.COINBASE"),
            Optional.empty(),
            Rules.GENESIS,
            Gas.FREE);
    if (!(contracts.run(before, run) instanceof RunResult.Success success)) {
      throw new IllegalStateException("The coinbase of " + miner.account() + " failed.");
    }
    ResultText result =
        new ResultText(
            0,
            ResultText.success(success.value()),
            // The text of the parent's hash, not its bytes (reference/chainweb.md 4).
            Base64Url.encode(parent.getBytes(StandardCharsets.UTF_8)),
            Optional.of(Logs.of(success.writes())),
            success.events(),
            success.continuation(),
            Optional.of(txId));
    return new Executed(result.onChain(), success.after(), 0, txId + 1);
  }
}
