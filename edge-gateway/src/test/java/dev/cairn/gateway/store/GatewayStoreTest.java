package dev.cairn.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.receipt.ReceiptIssuer;
import dev.cairn.evidence.receipt.ReceiptLeaf;
import dev.cairn.evidence.receipt.ReceiptTree;
import dev.cairn.gateway.StoreInvariants;
import dev.cairn.gateway.TestSigner;
import dev.cairn.gateway.batch.BatchHints;
import dev.cairn.gateway.batch.BatchLimits;
import dev.cairn.gateway.batch.Lane;
import dev.cairn.gateway.batch.Leaf;
import dev.cairn.gateway.batch.OpenBatches;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.JournalUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rocksdb.RocksDB;

class GatewayStoreTest {

  private static final Lane LANE = new Lane("default", 3);

  @TempDir Path dir;
  private final TestSigner signer = new TestSigner(1);
  private final ReceiptIssuer issuer = new ReceiptIssuer(SigningKey.fromEd25519Seed(new byte[32]));
  private GatewayStore store;
  private OpenBatches batches;

  @BeforeEach
  void open() {
    store = new GatewayStore(dir, RocksDB::write);
    store.reopen();
    batches = new OpenBatches(BatchLimits.DEFAULT, Duration.ofMinutes(10), new Random(1));
    store.openBatches(BatchLimits.DEFAULT).forEach(batches::restore);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void tornTailOfTheLog_losesNothingThatWasFsynced() throws IOException {
    Placement kept = commit("a");
    store.close();
    // As a crash in the middle of a write leaves it: a record that announces more than follows.
    Files.write(newestLog(), new byte[] {1, 2, 3, 4, 0x40, 0, 1, 9, 9}, StandardOpenOption.APPEND);

    open();
    assertThat(find("a")).isEqualTo(kept);
    commit("b");
    store.close();
    assertThat(StoreInvariants.check(dir).batchOf()).hasSize(2);
    open();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 40, 400, 900})
  void tornRecord_isCutOff_andItsEventsCanBeWrittenAgain(int missing) throws IOException {
    Placement first = commit("a");
    long whole = Files.size(newestLog());
    commit("b");
    store.close();
    // As losing power in the middle of the second write leaves it: nobody was told that b is there.
    try (FileChannel log = FileChannel.open(newestLog(), StandardOpenOption.WRITE)) {
      log.truncate(Math.max(whole + 1, log.size() - missing));
    }

    open();
    assertThat(find("a")).isEqualTo(first);
    assertThat(store.find(IdempotencyKey.of("default", signer.event("b")))).isEmpty();
    commit("b");
    store.close();
    assertThat(StoreInvariants.check(dir).batchOf()).hasSize(2);
    open();
  }

  @Test
  void damageBeforeTheTail_isRefused_notDroppedInSilence() throws IOException {
    commit("a");
    long first = Files.size(newestLog());
    commit("b");
    commit("c");
    store.close();
    flip(newestLog(), first + 20);

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnusable.class)
        .hasMessageEndingWith("can't be opened: checksum mismatch");
  }

  @Test
  void otherFormat_isRefusedByName() throws Exception {
    store.close();
    try (Database database = Database.open(dir)) {
      byte[] key = "format".getBytes(StandardCharsets.US_ASCII);
      database.db().put(database.family(Table.META), key, new ByteWriter().i32(1).toBytes());
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnusable.class)
        .hasMessage("The store is of format 1; this program knows format 3.");
  }

  @Test
  void missingEventOfAnOpenBatch_isNamed() throws Exception {
    Placement leaf = commit("a");
    commit("b");
    store.close();
    try (Database database = Database.open(dir)) {
      byte[] key = EventRun.key(leaf.batchId(), 0);
      database.db().delete(database.family(Table.EVENTS), key);
    }
    assertThatThrownBy(this::open)
        .hasMessage("Event 0 of batch " + leaf.batchId() + " is not in the store.");
  }

  @Test
  void journal_staysTheSameObject_overAReopening() {
    var journal = store.journal();
    commit("a");
    store.reopen();
    assertThat(journal.read(0, 9)).hasSize(1);
    store.close();
    assertThatThrownBy(() -> journal.read(0, 9)).isInstanceOf(JournalUnavailableException.class);
    assertThat(journal.end()).isEqualTo(1);
    open();
  }

  @Test
  void unwrittenCommit_leavesNothing() {
    try (StoreCommit commit = store.begin()) {
      commit.putReceipts(
          receipts(new ReceiptLeaf(signer.event("a").id(), BatchId.next(1, new Random(1)))));
    }
    store.reopen();
    assertThat(store.find(IdempotencyKey.of("default", signer.event("a")))).isEmpty();
    assertThat(store.journal().end()).isZero();
  }

  /** 40 KiB each: more than one row holds. */
  @Test
  void eventsOfOneWrite_areFoundEach_overSeveralRows() {
    String large = "x".repeat(40 << 10);
    List<Event> events =
        IntStream.range(0, 60).mapToObj(i -> signer.event("many-" + i, large + i)).toList();
    List<Placement> placements = commit(events);
    store.reopen();
    for (int i = 0; i < events.size(); i++) {
      IdempotencyKey key = IdempotencyKey.of("default", events.get(i));
      assertThat(store.find(key)).contains(placements.get(i));
      KnownEvent known = store.known(placements.get(i));
      assertThat(known.id()).isEqualTo(events.get(i).id());
      assertThat(known.receipt().index()).isEqualTo(i);
    }
    Stream<BatchId> filled = placements.stream().map(Placement::batchId).distinct();
    assertThat(filled.flatMap(batch -> store.events(batch).stream()).map(AcceptedEvent::id))
        .containsExactlyElementsOf(events.stream().map(Event::id).toList());
  }

  @Test
  void placeWithoutAnEvent_isNamed() {
    Placement placement = commit("a");
    Placement beyond = new Placement(placement.batchId(), 3, 1);
    assertThatThrownBy(() -> store.known(beyond))
        .hasMessage("Event 1 of batch " + placement.batchId() + " is not in the store.");
    Placement elsewhere = new Placement(BatchId.next(1, new Random(1)), 3, 0);
    assertThatThrownBy(() -> store.known(elsewhere)).hasMessageEndingWith("is not in the store.");
  }

  private Placement commit(String jti) {
    return commit(List.of(signer.event(jti))).get(0);
  }

  private List<Placement> commit(List<Event> events) {
    List<Placement> placements = new ArrayList<>();
    for (Event event : events) {
      Leaf leaf = batches.add(LANE, event.size(), BatchHints.NONE, 1000);
      placements.add(new Placement(leaf.batch().id(), 3, leaf.index()));
    }
    try (StoreCommit commit = store.begin()) {
      ReceiptLeaf[] leaves = new ReceiptLeaf[events.size()];
      Arrays.setAll(leaves, i -> new ReceiptLeaf(events.get(i).id(), placements.get(i).batchId()));
      ReceiptTree tree = receipts(leaves);
      long number = commit.putReceipts(tree);
      for (int i = 0; i < leaves.length; i++) {
        IdempotencyKey key = IdempotencyKey.of("default", events.get(i));
        GivenReceipt receipt = new GivenReceipt(tree, i, Optional.empty());
        commit.putEvent(key, placements.get(i), events.get(i).jws(), 1000, number, receipt);
      }
      batches.takeOpened().forEach(commit::open);
      commit.write();
    }
    return placements;
  }

  private ReceiptTree receipts(ReceiptLeaf... leaves) {
    return issuer.issueTree(List.of(leaves), 1, 601, OptionalLong.empty());
  }

  private Placement find(String jti) {
    return store.find(IdempotencyKey.of("default", signer.event(jti))).orElseThrow();
  }

  private Path newestLog() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .sorted()
          .reduce((a, b) -> b)
          .orElseThrow();
    }
  }

  private static void flip(Path file, long offset) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) offset] ^= 1;
    Files.write(file, bytes);
  }
}
