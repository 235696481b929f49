package dev.cairn.gateway.commit;

import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.receipt.ReceiptIssuer;
import dev.cairn.evidence.receipt.ReceiptLeaf;
import dev.cairn.gateway.batch.Lane;
import dev.cairn.gateway.batch.Leaf;
import dev.cairn.gateway.batch.OpenBatch;
import dev.cairn.gateway.batch.OpenBatches;
import dev.cairn.gateway.commit.Finding.Fresh;
import dev.cairn.gateway.store.GatewayStore;
import dev.cairn.gateway.store.IdempotencyKey;
import dev.cairn.gateway.store.Placement;
import dev.cairn.gateway.store.StoreCommit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * One write: the submissions of a group, the batches that they open, and the batches that are full
 * or due. Made for one write and thrown away. For the writer's thread only.
 */
final class GroupCommit {

  private final GatewayStore store;
  private final OpenBatches batches;
  private final ReceiptIssuer issuer;
  private final ToIntFunction<String> route;
  private final long nowMillis;

  /** What this write adds to the store's keys. */
  private final Map<IdempotencyKey, Fresh> fresh = new HashMap<>();

  GroupCommit(
      GatewayStore store,
      OpenBatches batches,
      ReceiptIssuer issuer,
      ToIntFunction<String> route,
      long nowMillis) {
    this.store = store;
    this.batches = batches;
    this.issuer = issuer;
    this.route = route;
    this.nowMillis = nowMillis;
  }

  /**
   * The verdicts of each submission, in order, durable when the call returns. When it throws, the
   * store must be reopened and the batches restored from it.
   */
  List<List<Verdict>> commit(List<Submission> group) {
    List<List<Finding>> findings = new ArrayList<>(group.size());
    try (StoreCommit commit = store.begin()) {
      for (Submission submission : group) {
        List<Finding> found = find(submission);
        putEvents(commit, found);
        findings.add(found);
      }
      batches.completeDue(nowMillis);
      putBatches(commit);
      // A crash before this line leaves nothing: no event of the group was acknowledged.
      commit.write();
      // A crash after it leaves everything, and clients without an answer. They repeat, and the
      // look-up in find() gives them the receipts that are on disk. Batches that were opened here
      // are taken up by Writer.recover().
    }
    return findings.stream().map(GroupCommit::verdicts).toList();
  }

  private List<Finding> find(Submission submission) {
    List<Finding> found = new ArrayList<>(submission.candidates().size());
    for (Candidate candidate : submission.candidates()) {
      found.add(find(submission, candidate));
    }
    return found;
  }

  private Finding find(Submission submission, Candidate candidate) {
    IdempotencyKey key = IdempotencyKey.of(submission.tenant(), candidate.event());
    Fresh twin = fresh.get(key);
    if (twin != null) {
      return twin.leaf().eventId().equals(candidate.event().id())
          ? new Finding.Twin(candidate.index(), twin)
          : new Finding.Clash(candidate.index(), twin.leaf().eventId());
    }
    Optional<Placement> known = store.find(key);
    return known.isPresent()
        ? repetition(candidate, known.get())
        : place(submission, candidate, key);
  }

  private Finding repetition(Candidate candidate, Placement known) {
    return known.eventId().equals(candidate.event().id())
        ? new Finding.Repetition(candidate.index(), known, store.receipt(known))
        : new Finding.Clash(candidate.index(), known.eventId());
  }

  private Fresh place(Submission submission, Candidate candidate, IdempotencyKey key) {
    Lane lane = submission.lane(candidate, route);
    byte[] jws = candidate.event().jws();
    Leaf leaf = batches.add(lane, candidate.event().id(), jws, submission.hints(), nowMillis);
    Fresh placed = new Fresh(candidate.index(), key, leaf);
    fresh.put(key, placed);
    return placed;
  }

  private void putEvents(StoreCommit commit, List<Finding> found) {
    List<Fresh> placed =
        found.stream().filter(Fresh.class::isInstance).map(Fresh.class::cast).toList();
    if (placed.isEmpty()) {
      return;
    }
    List<Receipt> receipts = issue(placed);
    long number = commit.putReceipt(receipts.get(0).jws());
    for (int i = 0; i < placed.size(); i++) {
      Fresh event = placed.get(i);
      event.leaf().receipt(receipts.get(i));
      commit.putEvent(event.key(), event.placement(), event.leaf().accepted(), number);
    }
  }

  private List<Receipt> issue(List<Fresh> placed) {
    List<ReceiptLeaf> leaves =
        placed.stream()
            .map(event -> new ReceiptLeaf(event.leaf().eventId(), event.leaf().batch().id()))
            .toList();
    long anchorBy = batches.anchorByMillis(nowMillis) / 1000;
    return issuer.issue(leaves, nowMillis / 1000, anchorBy);
  }

  private void putBatches(StoreCommit commit) {
    batches.takeOpened().forEach(commit::open);
    for (OpenBatch batch : batches.takeComplete()) {
      commit.close(batch.closed(nowMillis));
    }
  }

  private static List<Verdict> verdicts(List<Finding> findings) {
    return findings.stream().map(Finding::verdict).toList();
  }
}
