package dev.cairn.devnet.store;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.block.Place;
import dev.cairn.devnet.store.KeyValueStore.Durability;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The chains of one network, kept, with all their branches. One thread writes; everything else may
 * be called from any thread and sees a block soon after it was written. Each call writes one batch:
 * a crash before its return leaves what was before it, one after its return what is after it.
 */
public final class ChainStore implements AutoCloseable {

  /** States kept behind the oldest that is promised, for runs that began on it. */
  private static final int GRACE_BLOCKS = 16;

  private final KeyValueStore store;
  private final RowVersions rows;
  private final int stateBlocks;
  private final List<Progress.Chain> chains = new ArrayList<>(); // owned by the writing thread

  /**
   * The chains in a store.
   *
   * @param stateBlocks how far back from its newest block a chain's contract state can be asked for
   */
  public ChainStore(KeyValueStore store, int stateBlocks) {
    if (stateBlocks < 0) {
      throw new IllegalArgumentException("A number of blocks is not negative.");
    }
    this.store = store;
    this.rows = new RowVersions(store);
    this.stateBlocks = stateBlocks;
    byte[] progress = store.get(Keys.progress());
    if (progress != null) {
      chains.addAll(Progress.decode(progress).chains());
    }
  }

  /** Which network the store holds, unless it is empty. */
  public Optional<String> network() {
    return Optional.ofNullable(store.get(Keys.network()))
        .map(name -> new String(name, StandardCharsets.UTF_8));
  }

  /** The contracts' rows. */
  public RowVersions rows() {
    return rows;
  }

  /** How far back from its newest block a chain's contract state can be asked for. */
  public int stateBlocks() {
    return stateBlocks;
  }

  /** Writes the genesis blocks of a network into an empty store. */
  public List<Lineage> found(String network, List<MinedBlock> genesis) {
    Batch batch = new Batch();
    batch.put(Keys.network(), network.getBytes(StandardCharsets.UTF_8));
    for (MinedBlock mined : genesis) {
      chains.add(new Progress.Chain(mined.block().header().hash(), 0, 0));
    }
    return extend(genesis, batch, Durability.MACHINE);
  }

  /** Writes blocks on top of their chains' newest; gives their lineages. */
  public List<Lineage> extend(List<MinedBlock> blocks, Durability durability) {
    return extend(blocks, new Batch(), durability);
  }

  private List<Lineage> extend(List<MinedBlock> blocks, Batch batch, Durability durability) {
    List<Lineage> lineages = blocks.stream().map(mined -> put(mined, batch)).toList();
    for (MinedBlock mined : blocks) {
      BlockIndex.win(mined.block(), mined.requestKeys(), batch);
      lead(mined.block().header());
    }
    write(batch, durability);
    // A crash here leaves more old versions than are promised; the next block's pruning drops them.
    prune(blocks);
    return lineages;
  }

  /** Writes blocks beside the winning branches; gives their lineages. */
  public List<Lineage> keep(List<MinedBlock> blocks) {
    Batch batch = new Batch();
    List<Lineage> lineages = blocks.stream().map(mined -> put(mined, batch)).toList();
    blocks.forEach(mined -> BlockIndex.compete(mined.block().header(), batch));
    // A crash after this leaves blocks that nobody misses: they lose until they are adopted.
    write(batch, Durability.PROCESS);
    return lineages;
  }

  /** Makes branches of kept blocks the winning ones, all at once. */
  public void adopt(List<Switch> switches) {
    Batch batch = new Batch();
    for (Switch each : switches) {
      each.orphaned().forEach(block -> BlockIndex.lose(block, batch));
      each.adopted().forEach(block -> BlockIndex.win(block, block.requestKeys(), batch));
      lead(each.adopted().get(each.adopted().size() - 1).header());
    }
    write(batch, Durability.MACHINE);
  }

  private void write(Batch batch, Durability durability) {
    batch.put(Keys.progress(), new Progress(chains).encode());
    store.write(batch, durability);
  }

  private Lineage put(MinedBlock mined, Batch batch) {
    int chain = mined.chain().value();
    Progress.Chain before = chains.get(chain);
    long number = before.nextVersion();
    Lineage lineage = mined.parent().above(before.pruned()).next(number);
    Hash hash = mined.block().header().hash();
    BlockIndex.put(mined.block(), batch);
    rows.put(mined.chain(), hash, number, mined.rows(), batch);
    KeptState state = new KeptState(mined.nextTxId(), lineage);
    batch.put(Keys.state(mined.chain(), hash), state.encode());
    chains.set(chain, new Progress.Chain(before.head(), number + 1, before.pruned()));
    return lineage;
  }

  private void lead(BlockHeader head) {
    int chain = head.chainId().value();
    Progress.Chain before = chains.get(chain);
    chains.set(chain, new Progress.Chain(head.hash(), before.nextVersion(), before.pruned()));
  }

  private void prune(List<MinedBlock> newest) {
    Batch batch = new Batch();
    newest.forEach(mined -> prune(mined.block().header(), batch));
    if (!batch.entries().isEmpty()) {
      write(batch, Durability.PROCESS);
    }
  }

  // A window that was narrower before finds no state at its end and waits until there is one.
  private void prune(BlockHeader head, Batch batch) {
    long height = head.height().value() - stateBlocks - GRACE_BLOCKS;
    if (height > 0) {
      ChainId chain = head.chainId();
      hashAt(chain, new BlockHeight(height))
          .flatMap(oldest -> state(chain, oldest))
          .ifPresent(oldest -> prune(chain, oldest.lineage(), batch));
    }
  }

  private void prune(ChainId chain, Lineage floor, Batch batch) {
    Progress.Chain before = chains.get(chain.value());
    rows.prune(chain, before.pruned(), floor, batch);
    chains.set(
        chain.value(), new Progress.Chain(before.head(), before.nextVersion(), floor.newest()));
  }

  /** The newest blocks of the winning branches, by chain number. */
  public List<BlockHeader> heads() {
    byte[] progress = store.get(Keys.progress());
    if (progress == null) {
      throw new StoreException("The store is empty.");
    }
    List<BlockHeader> heads = new ArrayList<>();
    for (Progress.Chain chain : Progress.decode(progress).chains()) {
      heads.add(header(new ChainId(heads.size()), chain.head()).orElseThrow());
    }
    return heads;
  }

  /** What is needed to go on after a block, if it is recent enough. */
  public Optional<KeptState> state(ChainId chain, Hash block) {
    return Optional.ofNullable(store.get(Keys.state(chain, block))).map(KeptState::decode);
  }

  /** A header by its block hash. */
  public Optional<BlockHeader> header(ChainId chain, Hash hash) {
    return Optional.ofNullable(store.get(Keys.header(chain, hash))).map(BlockHeader::decode);
  }

  /** The hash of the block at a height of the winning branch. */
  public Optional<Hash> hashAt(ChainId chain, BlockHeight height) {
    return Optional.ofNullable(store.get(Keys.branch(chain, height))).map(Hash::of);
  }

  /** The header at a height of the winning branch. */
  public Optional<BlockHeader> headerAt(ChainId chain, BlockHeight height) {
    return hashAt(chain, height).flatMap(hash -> header(chain, hash));
  }

  /** All headers at a height, that of the winning branch first. */
  public List<BlockHeader> headersAt(ChainId chain, BlockHeight height) {
    List<Hash> hashes = new ArrayList<>();
    hashAt(chain, height).ifPresent(hashes::add);
    store.scan(
        Keys.competitors(chain, height),
        (key, nothing) -> {
          Hash competitor = Keys.competitor(key);
          if (!hashes.contains(competitor)) {
            hashes.add(competitor);
          }
        });
    return hashes.stream().map(hash -> header(chain, hash).orElseThrow()).toList();
  }

  /** The block at a height of the winning branch. */
  public Optional<Block> blockAt(ChainId chain, BlockHeight height) {
    return headerAt(chain, height).map(this::blockOf);
  }

  /** The block that a transaction is in. */
  public Block blockAt(ChainId chain, Place place) {
    return header(chain, place.block()).map(this::blockOf).orElseThrow();
  }

  /** The block of a header that this store gave out. */
  public Block blockOf(BlockHeader header) {
    return payload(header.chainId(), header.payloadHash())
        .map(kept -> new Block(header, kept.payload()))
        .orElseThrow(() -> new StoreException("Block " + header.hash() + " has no payload."));
  }

  /** A payload and the height of its block. */
  public record KeptPayload(BlockHeight height, PayloadWithOutputs payload) {}

  /** A payload by its hash. */
  public Optional<KeptPayload> payload(ChainId chain, Hash hash) {
    return Optional.ofNullable(store.get(Keys.payload(chain, hash))).map(ChainStore::kept);
  }

  private static KeptPayload kept(byte[] bytes) {
    BlockHeight height = new BlockHeight(ByteBuffer.wrap(bytes).getLong());
    byte[] payload = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
    return new KeptPayload(height, PayloadWithOutputs.decode(payload));
  }

  /** Where a transaction is on the winning branch. */
  public Optional<Place> find(ChainId chain, Hash requestKey) {
    return Optional.ofNullable(store.get(Keys.transaction(chain, requestKey)))
        .map(BlockIndex::place);
  }

  @Override
  public void close() {
    store.close();
  }
}
