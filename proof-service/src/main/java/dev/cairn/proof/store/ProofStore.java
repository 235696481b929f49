package dev.cairn.proof.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.proof.life.AnchorStanding;
import dev.cairn.proof.life.BatchHead;
import dev.cairn.proof.life.BatchView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The tables of this service and the one way to change them. Any thread may read, one thread
 * changes. What a commit wrote is visible when it returns, all of it or nothing.
 */
public final class ProofStore implements AutoCloseable {
  private static final byte[] NETWORK_KEY = "network".getBytes(StandardCharsets.UTF_8);

  private final Database database;
  private final BatchTable batches;
  private final AnchorTable anchors;
  private final EventTable events;
  private final CatalogTable catalog;
  private final DueTable due;
  private final ProofTable proofs;
  private final PinTable pins;

  private ProofStore(Database database) {
    this.database = database;
    this.batches = new BatchTable(database);
    this.anchors = new AnchorTable(database);
    this.events = new EventTable(database);
    this.catalog = new CatalogTable(database);
    this.due = new DueTable(database);
    this.proofs = new ProofTable(database);
    this.pins = new PinTable(database);
  }

  /** Opens the store of a network, or makes it; a store of another network is refused. */
  public static ProofStore open(Path dir, String network) {
    Database database = new Database(dir);
    try {
      claim(database, dir, network);
      return new ProofStore(database);
    } catch (StoreFailure e) {
      database.close();
      throw e;
    }
  }

  private static void claim(Database database, Path dir, String network) {
    byte[] wanted = network.getBytes(StandardCharsets.UTF_8);
    byte[] found = database.get(Column.META, NETWORK_KEY);
    if (found == null) {
      try (Change first = database.newChange()) {
        first.put(Column.META, NETWORK_KEY, wanted);
        database.commit(first, Durability.SYNCED);
      }
    } else if (!Arrays.equals(found, wanted)) {
      throw new StoreFailure(
          "The proof store in "
              + dir
              + " belongs to network "
              + new String(found, StandardCharsets.UTF_8)
              + ", not "
              + network
              + ".");
    }
  }

  /** The position up to which a journal has been applied. */
  public long position(Source source) {
    byte[] row = database.get(Column.META, source.key());
    return row == null ? 0 : RowReader.key(Column.META, row).int64();
  }

  /** Part of a change: the journal has been applied up to here. */
  public void putPosition(Change change, Source source, long position) {
    change.put(Column.META, source.key(), RowWriter.key().int64(position).done());
  }

  /** Whether the batch's events are known and settled. */
  public boolean isClosed(BatchId id) {
    return batches.get(id).map(BatchHead::closing).isPresent();
  }

  /** The batch, all parts joined; empty if the gateway has not named it. */
  public Optional<BatchView> view(BatchId id) {
    return batches
        .get(id)
        .map(
            head -> {
              // A proof may come or go between the reads: it counts if it is of the block read.
              AnchorStanding standing = anchors.get(id);
              Optional<StoredProof> proof = proofs.get(id).filter(p -> isOf(standing, p));
              return new BatchView(
                  head, standing, proof.map(StoredProof::provedAtMillis).orElse(null));
            });
  }

  private static boolean isOf(AnchorStanding standing, StoredProof proof) {
    AnchorStanding.Mining mining = standing.mining();
    return mining != null && standing.isFinal() && mining.block().equals(proof.block().block());
  }

  public BatchTable batches() {
    return batches;
  }

  public AnchorTable anchors() {
    return anchors;
  }

  public EventTable events() {
    return events;
  }

  public CatalogTable catalog() {
    return catalog;
  }

  public DueTable due() {
    return due;
  }

  public ProofTable proofs() {
    return proofs;
  }

  public PinTable pins() {
    return pins;
  }

  public Change newChange() {
    return database.newChange();
  }

  public void commit(Change change, Durability durability) {
    database.commit(change, durability);
  }

  /** All rows, for the check of the store's invariants. */
  Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
  }
}
