package dev.cairn.devnet.mining;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.HeaderRules;
import dev.cairn.chainweb.header.HeaderViolation;
import dev.cairn.chainweb.header.ParentHeaders;
import dev.cairn.devnet.block.Frontier;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.state.StateHistory;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.transaction.MinerAccount;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives out blocks that need a nonce, and takes them back solved. Safe for many threads: the loop
 * runs what is asked.
 */
public final class WorkDesk {

  /** Open work holds a whole block in memory; miners that ask more often lose their oldest. */
  private static final int MAX_OPEN = 256;

  /** Miners whose coinbase stays read. */
  private static final int MAX_MINERS = 16;

  private final ChainwebVersion version;
  private final HeaderRules rules;
  private final Clock clock;
  private final MiningLoop loop;
  private final StateHistory history;
  private final BlockFactory factory;
  private final Tip tip;
  private final Function<ChainId, Mempool> mempools;
  private final Function<MinerAccount, BlockMaker> newMaker;
  private final Map<MinerAccount, BlockMaker> makers = lru(MAX_MINERS); // owned by the loop
  private final Map<Key, Open> open = lru(MAX_OPEN); // owned by the loop

  private record Key(Hash parent, Hash payload) {
    static Key of(BlockHeader header) {
      return new Key(header.parent(), header.payloadHash());
    }
  }

  private record Open(Made made, ParentHeaders parents) {}

  WorkDesk(
      ChainwebVersion version,
      Contracts contracts,
      ChainStore store,
      Clock clock,
      MiningLoop loop,
      StateHistory history,
      BlockFactory factory,
      Tip tip,
      List<Mempool> mempools) {
    this.version = version;
    this.rules = new HeaderRules(version);
    this.clock = clock;
    this.loop = loop;
    this.history = history;
    this.factory = factory;
    this.tip = tip;
    this.mempools = chain -> mempools.get(chain.value());
    this.newMaker = miner -> new BlockMaker(version, miner, contracts, store);
  }

  private static <K, V> Map<K, V> lru(int size) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > size;
      }
    };
  }

  /** Size of solved work: a header without its hash. */
  public int solvedBytes() {
    return history.frontier().of(new ChainId(0)).encode().length - Hash.SIZE;
  }

  /**
   * A block that pays a miner.
   *
   * @param wish chain that it should be of; another one if that has to wait for its neighbours
   */
  public Work work(Optional<ChainId> wish, MinerAccount miner) {
    return loop.call(() -> make(wish, miner));
  }

  private Work make(Optional<ChainId> wish, MinerAccount miner) {
    Frontier frontier = history.frontier();
    ChainId chain = wish.filter(each -> canGoOn(frontier, each)).orElseGet(() -> lowest(frontier));
    ParentHeaders parents = factory.parents(frontier, chain).orElseThrow();
    ChainState before = history.newest().of(chain);
    Made made =
        makers
            .computeIfAbsent(miner, newMaker)
            .make(before, parents, time(parents), mempools.apply(chain));
    open.put(Key.of(made.header()), new Open(made, parents));
    return new Work(made.header());
  }

  private boolean canGoOn(Frontier frontier, ChainId chain) {
    return version.latestGraph().contains(chain) && factory.parents(frontier, chain).isPresent();
  }

  // The lowest chain never has a neighbour that is behind.
  private static ChainId lowest(Frontier frontier) {
    return frontier.headers().stream()
        .min(Comparator.comparing(BlockHeader::height))
        .orElseThrow()
        .chainId();
  }

  private BlockTime time(ParentHeaders parents) {
    BlockTime now = BlockTime.of(clock.instant());
    BlockTime latest = parents.latestTime();
    return now.isAfter(latest) ? now : new BlockTime(latest.micros() + 1);
  }

  /**
   * Takes solved work: the given header with another nonce and perhaps another time. It becomes the
   * newest block of its chain, or an orphan if another one has become that in the meantime.
   *
   * @throws MalformedException if these are not the bytes of a header without its hash
   */
  public BlockHeader solved(byte[] header) throws UnknownWorkException, UnsolvedException {
    BlockHeader solved = decode(header);
    Optional<List<HeaderViolation>> violations = loop.call(() -> take(solved));
    if (violations.isEmpty()) {
      throw new UnknownWorkException();
    }
    if (!violations.get().isEmpty()) {
      throw new UnsolvedException(violations.get());
    }
    return solved;
  }

  private BlockHeader decode(byte[] header) {
    int size = solvedBytes();
    if (header.length != size) {
      throw new MalformedException(
          "Solved work has " + size + " bytes, not " + header.length + ".");
    }
    return BlockHeader.decode(Arrays.copyOf(header, size + Hash.SIZE)).withComputedHash();
  }

  /** The rules that solved work breaks; empty if nobody was given it. */
  private Optional<List<HeaderViolation>> take(BlockHeader solved) {
    Key key = Key.of(solved);
    Open work = open.get(key);
    // Work that is older than the states that are kept cannot be put anywhere any more.
    if (work == null || history.at(work.parents().parent()).isEmpty()) {
      return Optional.empty();
    }
    List<HeaderViolation> violations = rules.check(solved, work.parents());
    if (violations.isEmpty()) {
      open.remove(key);
      put(work.made().with(solved));
    }
    return Optional.of(violations);
  }

  private void put(Made made) {
    BlockHeader newest = history.frontier().of(made.header().chainId());
    if (made.header().parent().equals(newest.hash())) {
      tip.extend(List.of(made));
    } else {
      tip.keep(List.of(made));
    }
  }
}
