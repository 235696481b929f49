package dev.cairn.devnet.mining;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.NextHeader;
import dev.cairn.chainweb.header.ParentHeaders;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.payload.TransactionWithOutput;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.store.MinedBlock;
import dev.cairn.devnet.transaction.BlockContext;
import dev.cairn.devnet.transaction.CannotMineException;
import dev.cairn.devnet.transaction.Coinbase;
import dev.cairn.devnet.transaction.Executed;
import dev.cairn.devnet.transaction.GasSchedule;
import dev.cairn.devnet.transaction.MinerAccount;
import dev.cairn.devnet.transaction.TimeRules;
import dev.cairn.devnet.transaction.Transaction;
import dev.cairn.devnet.transaction.TransactionRun;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one block: coinbase, then what fits of the waiting transactions, then the header. */
final class BlockMaker {

  private static final Logger LOG = LoggerFactory.getLogger(BlockMaker.class);

  private final ChainwebVersion version;
  private final MinerAccount miner;
  private final Contracts contracts;
  private final ChainStore store;
  private final Coinbase coinbase;
  private final TransactionRun transactions;

  BlockMaker(ChainwebVersion version, MinerAccount miner, Contracts contracts, ChainStore store) {
    this.version = version;
    this.miner = miner;
    this.contracts = contracts;
    this.store = store;
    this.coinbase = new Coinbase(contracts, miner, version.latestGraph().order());
    this.transactions = new TransactionRun(contracts);
  }

  /** Makes the next block of a chain; transactions that cannot be mined leave the mempool. */
  Made make(ChainState before, ParentHeaders parents, BlockTime time, Mempool mempool) {
    BlockContext context = new BlockContext(before.head(), miner);
    Executed reward = coinbase.pay(context, before.contracts(), before.nextTxId());
    Filling filling = new Filling(reward);
    for (Transaction candidate : mempool.candidates()) {
      if (filling.isFull()) {
        break;
      }
      fill(filling, candidate, context, mempool);
    }
    PayloadWithOutputs payload =
        PayloadWithOutputs.of(
            Bytes.of(miner.minerData()), Bytes.of(reward.output()), filling.transactions);
    BlockHeader header = NextHeader.build(version, parents, payload.payloadHash(), time);
    MinedBlock mined =
        new MinedBlock(
            new Block(header, payload),
            filling.requestKeys,
            contracts.changes(filling.contracts),
            filling.nextTxId,
            before.lineage());
    return new Made(mined, filling.contracts);
  }

  private void fill(Filling filling, Transaction candidate, BlockContext context, Mempool mempool) {
    BlockTime parent = context.parent().creationTime();
    if (TimeRules.isEarly(candidate.command().meta(), parent)) {
      return;
    }
    // One that was sent again while it was being mined passed the door before it was on chain.
    if (TimeRules.isOver(candidate.command().meta(), parent) || isMined(candidate, context)) {
      mempool.remove(List.of(candidate.requestKey()));
      return;
    }
    try {
      filling.add(
          candidate, transactions.mine(candidate, context, filling.contracts, filling.nextTxId));
    } catch (CannotMineException unpaid) {
      mempool.reject(candidate.requestKey());
    } catch (RuntimeException | StackOverflowError defect) {
      // Left in the mempool it would stop its chain for good.
      LOG.error("Transaction {} cannot be run.", candidate.requestKey(), defect);
      mempool.reject(candidate.requestKey());
    }
  }

  private boolean isMined(Transaction candidate, BlockContext context) {
    return store.find(context.parent().chainId(), candidate.requestKey()).isPresent();
  }

  /** A block while it fills. */
  private static final class Filling {
    private final List<TransactionWithOutput> transactions = new ArrayList<>();
    private final List<Hash> requestKeys = new ArrayList<>();
    private ContractState contracts;
    private long nextTxId;
    private long gas;

    Filling(Executed reward) {
      contracts = reward.after();
      apply(reward);
    }

    // Used gas fills a block, not the limits; a node stops at the first that could overflow.
    boolean isFull() {
      return gas >= GasSchedule.BLOCK_LIMIT;
    }

    void add(Transaction transaction, Executed executed) {
      String text = transaction.command().signed().toJson();
      transactions.add(new TransactionWithOutput(Bytes.utf8(text), Bytes.of(executed.output())));
      requestKeys.add(transaction.requestKey());
      apply(executed);
    }

    private void apply(Executed executed) {
      contracts = executed.after();
      nextTxId = executed.nextTxId();
      gas += executed.gas();
    }
  }
}
