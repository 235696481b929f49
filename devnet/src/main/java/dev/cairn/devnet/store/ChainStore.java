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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The chains of one network, kept. Rounds are committed whole, by one thread; everything else may
 * be called from any thread and sees a round soon after its commit.
 */
public final class ChainStore implements AutoCloseable {

  private final KeyValueStore store;

  public ChainStore(KeyValueStore store) {
    this.store = store;
  }

  /** Which network the store holds, unless it is empty. */
  public Optional<String> network() {
    return Optional.ofNullable(store.get(Keys.network()))
        .map(name -> new String(name, StandardCharsets.UTF_8));
  }

  /** How far the network is, unless the store is empty. */
  public Optional<Progress> progress() {
    return Optional.ofNullable(store.get(Keys.lastRound())).map(Progress::decode);
  }

  /** Writes the genesis round of a network into an empty store. */
  public void found(String network, List<MinedBlock> genesis) {
    Batch batch = new Batch();
    batch.put(Keys.network(), network.getBytes(StandardCharsets.UTF_8));
    write(genesis, batch, Durability.MACHINE);
  }

  /**
   * Writes a round: all chains, in the order of their numbers, at one height. A crash before the
   * return leaves the round before it; one after the return leaves this one.
   */
  public void commit(List<MinedBlock> round, Durability durability) {
    write(round, new Batch(), durability);
  }

  private void write(List<MinedBlock> round, Batch batch, Durability durability) {
    for (MinedBlock mined : round) {
      put(mined, batch);
    }
    BlockHeight height = round.get(0).block().header().height();
    List<Long> nextTxIds = round.stream().map(MinedBlock::nextTxId).toList();
    batch.put(Keys.lastRound(), new Progress(height, nextTxIds).encode());
    store.write(batch, durability);
  }

  private static void put(MinedBlock mined, Batch batch) {
    BlockHeader header = mined.block().header();
    ChainId chain = header.chainId();
    BlockHeight height = header.height();
    PayloadWithOutputs payload = mined.block().payload();
    batch.put(Keys.header(chain, header.hash()), header.encode());
    batch.put(Keys.branch(chain, height), header.hash().bytes());
    batch.put(Keys.payload(chain, payload.payloadHash()), withHeight(height, payload.encode()));
    List<Hash> keys = mined.requestKeys();
    for (int i = 0; i < keys.size(); i++) {
      batch.put(Keys.transaction(chain, keys.get(i)), place(height, i));
    }
    mined.rows().forEach(row -> batch.put(Keys.row(chain, row.name()), row.value()));
  }

  private static byte[] withHeight(BlockHeight height, byte[] payload) {
    return ByteBuffer.allocate(Long.BYTES + payload.length)
        .putLong(height.value())
        .put(payload)
        .array();
  }

  private static byte[] place(BlockHeight height, int index) {
    return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
        .putLong(height.value())
        .putInt(index)
        .array();
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

  /** The block at a height of the winning branch. */
  public Optional<Block> blockAt(ChainId chain, BlockHeight height) {
    return headerAt(chain, height).map(this::blockOf);
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
        .map(ByteBuffer::wrap)
        .map(bytes -> new Place(new BlockHeight(bytes.getLong()), bytes.getInt()));
  }

  /** Visits the contract state of a chain, in the order of the rows' names. */
  public void rows(ChainId chain, Consumer<Row> visitor) {
    store.scan(Keys.rows(chain), (key, value) -> visitor.accept(new Row(Keys.rowName(key), value)));
  }

  @Override
  public void close() {
    store.close();
  }
}
