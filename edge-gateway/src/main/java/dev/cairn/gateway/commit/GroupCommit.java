package dev.cairn.gateway.commit;

import dev.cairn.evidence.receipt.ReceiptIssuer;
import dev.cairn.gateway.batch.Lane;
import dev.cairn.gateway.batch.Leaf;
import dev.cairn.gateway.batch.OpenBatch;
import dev.cairn.gateway.batch.OpenBatches;
import dev.cairn.gateway.commit.Finding.Fresh;
import dev.cairn.gateway.store.GatewayStore;
import dev.cairn.gateway.store.IdempotencyKey;
import dev.cairn.gateway.store.KnownEvent;
import dev.cairn.gateway.store.Placement;
import dev.cairn.gateway.store.StoreCommit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
  private final WriterSettings settings;
  private final long nowMillis;

  /** What this write adds to the store's keys. */
  private final Map<IdempotencyKey, Fresh> fresh = new HashMap<>();

  private final WriteReceipts receipts = new WriteReceipts();

  GroupCommit(
      GatewayStore store,
      OpenBatches batches,
      ReceiptIssuer issuer,
      ToIntFunction<String> route,
      WriterSettings settings,
      long nowMillis) {
    this.store = store;
    this.batches = batches;
    this.issuer = issuer;
    this.route = route;
    this.settings = settings;
    this.nowMillis = nowMillis;
  }

  /**
   * The verdicts of each submission, in order, durable when the call returns. When it throws, the
   * store must be reopened and the batches restored from it.
   */
  List<List<Verdict>> commit(List<Submission> group) {
    // First, so that no event joins a batch whose time is over: its deadline was promised earlier.
    batches.completeDue(nowMillis);
    List<List<Finding>> findings = new ArrayList<>(group.size());
    group.forEach(submission -> findings.add(find(submission)));
    try (StoreCommit commit = store.begin()) {
      putEvents(commit);
      batches.completeDue(nowMillis);
      putBatches(commit);
      forget(commit);
      // A crash before this line leaves nothing: no event of the group was acknowledged.
      commit.write();
      // A crash after it leaves everything, and clients without an answer. They repeat, and the
      // look-up in find() gives them the receipts that are on disk. Batches that were opened here
      // are taken up by Writer.recover().
    }
    List<List<Verdict>> verdicts = new ArrayList<>(group.size());
    findings.forEach(found -> verdicts.add(verdicts(found)));
    return verdicts;
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
      return twin.eventId().equals(candidate.event().id())
          ? new Finding.Twin(candidate.index(), twin)
          : new Finding.Clash(candidate.index(), twin.eventId());
    }
    Optional<Placement> placed = store.find(key);
    return placed.isPresent()
        ? repetition(candidate, placed.get())
        : place(submission, candidate, key);
  }

  private Finding repetition(Candidate candidate, Placement placed) {
    KnownEvent known = store.known(placed);
    return known.id().equals(candidate.event().id())
        ? new Finding.Repetition(candidate.index(), placed, known)
        : new Finding.Clash(candidate.index(), known.id());
  }

  private Fresh place(Submission submission, Candidate candidate, IdempotencyKey key) {
    Lane lane = submission.lane(candidate, route);
    Leaf leaf = batches.add(lane, candidate.event().size(), submission.hints(), nowMillis);
    Fresh placed = new Fresh(candidate, key, leaf, receipts, receipts.fresh().size());
    fresh.put(key, placed);
    receipts.add(placed);
    return placed;
  }

  private void putEvents(StoreCommit commit) {
    if (receipts.fresh().isEmpty()) {
      return;
    }
    long anchorBy = batches.anchorByMillis(nowMillis) / 1000;
    long number =
        commit.putReceipts(receipts.issue(issuer, nowMillis / 1000, anchorBy, recognisedUntil()));
    for (Fresh event : receipts.fresh()) {
      byte[] jws = event.candidate().event().jws();
      commit.putEvent(event.key(), event.placement(), jws, nowMillis, number, event.receipt());
    }
  }

  /** In whole seconds, as receipts count. */
  private OptionalLong recognisedUntil() {
    return settings
        .retention()
        .map(kept -> OptionalLong.of(nowMillis / 1000 + kept.toSeconds()))
        .orElse(OptionalLong.empty());
  }

  private void putBatches(StoreCommit commit) {
    batches.takeOpened().forEach(commit::open);
    batches.takeLowered().forEach(commit::putOpen);
    for (OpenBatch batch : batches.takeComplete()) {
      commit.close(batch, nowMillis);
    }
  }

  /** Each new key lets a few old ones be looked at: the table cannot outgrow what it must hold. */
  private void forget(StoreCommit commit) {
    settings
        .retention()
        .ifPresent(
            kept -> {
              // A batch is at most so much older than its youngest event.
              long margin = settings.batch().maxAge().toMillis();
              commit.forget(receipts.fresh().size(), nowMillis - kept.toMillis() - margin);
            });
  }

  private static List<Verdict> verdicts(List<Finding> findings) {
    List<Verdict> verdicts = new ArrayList<>(findings.size());
    findings.forEach(finding -> verdicts.add(finding.verdict()));
    return verdicts;
  }
}
