package dev.cairn.ingestor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.ClosedBatch;
import java.util.List;
import java.util.Set;

/** What holds after every test, whatever happened in it. */
final class Invariants {

  /** Where a batch is, as its journal entries tell it. */
  private enum Stage {
    CLOSED,
    SUBMITTED,
    MINED,
    FINAL
  }

  private Invariants() {}

  /**
   * Every closed batch ends final exactly once, in a block of the winning branch, recorded once and
   * under its own root; except those refused, which are never final.
   */
  static void check(
      List<ClosedBatch> closed, List<AnchorEntry> told, FakeNetwork network, Set<BatchId> refused) {
    for (ClosedBatch batch : closed) {
      List<AnchorEntry> entries =
          told.stream().filter(entry -> entry.batchId().equals(batch.id())).toList();
      Stage last = follow(entries);
      if (refused.contains(batch.id())) {
        assertThat(last).as("refused batch %s", batch.id()).isEqualTo(Stage.CLOSED);
      } else {
        assertThat(last).as("batch %s: %s", batch.id(), entries).isEqualTo(Stage.FINAL);
        checkOnChain(batch, (AnchorEntry.Final) entries.get(entries.size() - 1), network);
      }
    }
    assertThat(told)
        .extracting(AnchorEntry::batchId)
        .isSubsetOf(closed.stream().map(ClosedBatch::id).toList());
  }

  private static void checkOnChain(
      ClosedBatch batch, AnchorEntry.Final anchored, FakeNetwork network) {
    FakeChain chain = network.chain(batch.chainId());
    RequestKey key = RequestKey.parse(anchored.requestKey());
    FakeBlock block = chain.at(anchored.height());
    assertThat(block.header().hash().toString()).isEqualTo(anchored.blockHash());
    assertThat(block.succeeded()).extracting(command -> command.requestKey()).contains(key);
    assertThat(chain.claims()).containsEntry(batch.id().toString(), Batches.rootOf(batch));
    assertThat(chain.recordings(batch.id().toString())).containsExactly(key);
  }

  private static Stage follow(List<AnchorEntry> entries) {
    Stage stage = Stage.CLOSED;
    for (AnchorEntry entry : entries) {
      stage = next(stage, entry);
    }
    return stage;
  }

  private static Stage next(Stage stage, AnchorEntry entry) {
    if (entry instanceof AnchorEntry.Submitted) {
      return from(stage, entry, Stage.SUBMITTED, Stage.CLOSED);
    }
    if (entry instanceof AnchorEntry.Mined) {
      return from(stage, entry, Stage.MINED, Stage.SUBMITTED, Stage.MINED);
    }
    if (entry instanceof AnchorEntry.Final) {
      return from(stage, entry, Stage.FINAL, Stage.MINED);
    }
    return from(stage, entry, Stage.CLOSED, Stage.SUBMITTED, Stage.MINED);
  }

  private static Stage from(Stage stage, AnchorEntry entry, Stage to, Stage... allowed) {
    assertThat(allowed).as("stage before %s", entry).contains(stage);
    return to;
  }
}
