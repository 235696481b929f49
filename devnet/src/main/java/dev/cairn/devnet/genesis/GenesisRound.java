package dev.cairn.devnet.genesis;

import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.Genesis;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.payload.TransactionWithOutput;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.state.NetworkState;
import dev.cairn.devnet.store.Lineage;
import dev.cairn.devnet.store.MinedBlock;
import dev.cairn.devnet.store.Row;
import dev.cairn.devnet.transaction.Coinbase;
import dev.cairn.devnet.transaction.Executed;
import dev.cairn.devnet.transaction.GenesisRun;
import dev.cairn.devnet.transaction.MinerAccount;
import java.util.ArrayList;
import java.util.List;

/**
 * The first round of a network.
 *
 * @param blocks by chain number
 */
public record GenesisRound(List<MinedBlock> blocks, NetworkState state) {

  public GenesisRound {
    blocks = List.copyOf(blocks);
  }

  /** Runs the script once; all chains share its payload and the state behind it. */
  public static GenesisRound make(
      ChainwebVersion version, Contracts contracts, GenesisModules modules) {
    Common common = new Common(contracts, modules);
    List<MinedBlock> blocks = new ArrayList<>();
    List<ChainState> states = new ArrayList<>();
    for (int number = 0; number < version.latestGraph().order(); number++) {
      BlockHeader header =
          Genesis.header(version, new ChainId(number), common.payload.payloadHash());
      Block block = new Block(header, common.payload);
      blocks.add(
          new MinedBlock(block, common.requestKeys, common.rows, common.nextTxId, Lineage.NONE));
      states.add(new ChainState(header, common.contracts, common.nextTxId, Lineage.NONE));
    }
    return new GenesisRound(blocks, new NetworkState(states));
  }

  /** What all chains have in common. */
  private static final class Common {
    private final List<Hash> requestKeys = new ArrayList<>();
    private final PayloadWithOutputs payload;
    private final List<Row> rows;
    private ContractState contracts;
    private long nextTxId;

    Common(Contracts language, GenesisModules modules) {
      GenesisRun run = new GenesisRun(language);
      List<TransactionWithOutput> transactions = new ArrayList<>();
      contracts = language.empty();
      for (GenesisTransaction transaction : GenesisScript.transactions(modules)) {
        Executed executed = run.execute(transaction.command(), contracts, nextTxId);
        String text = transaction.command().toJson();
        transactions.add(new TransactionWithOutput(Bytes.utf8(text), Bytes.of(executed.output())));
        requestKeys.add(transaction.command().hash());
        contracts = executed.after();
        nextTxId = executed.nextTxId();
      }
      rows = language.changes(contracts);
      payload =
          PayloadWithOutputs.of(
              Bytes.of(MinerAccount.NO_MINER.minerData()),
              Bytes.of(Coinbase.ofGenesis()),
              transactions);
    }
  }
}
