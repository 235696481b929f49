package dev.cairn.handover;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.receipt.Receipt;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Arbitrary entries, as the properties of this package draw them. */
final class Entries extends DomainContextBase {

  private static final Arbitrary<String> NAMES =
      Arbitraries.strings().ofMinLength(1).ofMaxLength(20);
  private static final Arbitrary<Integer> CHAINS = Arbitraries.integers().between(0, 19);
  private static final Arbitrary<Long> TIMES = Arbitraries.longs().between(0, 1L << 47);

  @Provide
  Arbitrary<BatchEntry> batchEntries() {
    return Arbitraries.oneOf(opened(), closed());
  }

  @Provide
  Arbitrary<AnchorEntry> anchorEntries() {
    return Arbitraries.oneOf(submitted(), mined(), finals(), returned());
  }

  private static Arbitrary<BatchEntry> opened() {
    return Combinators.combine(ids(), NAMES, CHAINS, TIMES).as(BatchEntry.Opened::new);
  }

  private static Arbitrary<BatchEntry> closed() {
    return Combinators.combine(
            ids(), NAMES, CHAINS, TIMES, TIMES, TIMES, events().list().ofMinSize(1).ofMaxSize(9))
        .as(ClosedBatch::new)
        .map(BatchEntry.Closed::new);
  }

  static Arbitrary<AcceptedEvent> events() {
    Arbitrary<byte[]> jws = Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(90);
    return Combinators.combine(jws, receipts(), TIMES).as(AcceptedEvent::new);
  }

  // Few signed parts, so that events share them.
  private static Arbitrary<Receipt> receipts() {
    Arbitrary<byte[]> paths =
        Arbitraries.integers()
            .between(0, 10)
            .flatMap(hashes -> Arbitraries.bytes().array(byte[].class).ofSize(32 * hashes));
    return Combinators.combine(
            Arbitraries.of("e30.e30.AA", "e30.e30.BB"),
            Arbitraries.integers().between(0, 999),
            paths)
        .as(Receipt::of);
  }

  private static Arbitrary<AnchorEntry> submitted() {
    return Combinators.combine(ids(), CHAINS, NAMES, TIMES, Arbitraries.integers().between(1, 99))
        .as(AnchorEntry.Submitted::new);
  }

  private static Arbitrary<AnchorEntry> mined() {
    return Combinators.combine(ids(), CHAINS, NAMES, TIMES, NAMES, TIMES)
        .as(AnchorEntry.Mined::new);
  }

  private static Arbitrary<AnchorEntry> finals() {
    return Combinators.combine(ids(), CHAINS, NAMES, TIMES, NAMES, TIMES)
        .as(AnchorEntry.Final::new);
  }

  private static Arbitrary<AnchorEntry> returned() {
    return Combinators.combine(ids(), NAMES, TIMES).as(AnchorEntry.Returned::new);
  }

  private static Arbitrary<BatchId> ids() {
    return Combinators.combine(TIMES, Arbitraries.longs())
        .as((millis, seed) -> BatchId.next(millis, new Random(seed)));
  }
}
