package dev.cairn.app.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a demo run measured.
 *
 * @param verified evidence files that verified offline
 * @param tamperedStep the step that failed after one byte was changed
 * @param ackToProofP50Ms median time from acknowledgment to proof, per event
 * @param evidenceBytesP50 median size of an evidence file
 * @param verifiedPerSecond evidence files per second, one thread
 * @param seconds the whole run
 */
public record DemoReport(
    int events,
    int batches,
    int chains,
    int verified,
    String tamperedStep,
    long ackToProofP50Ms,
    long ackToProofP95Ms,
    long evidenceBytesP50,
    long verifiedPerSecond,
    double seconds) {

  public boolean good() {
    return events > 0 && verified == events && !tamperedStep.isEmpty();
  }

  /** One JSON object, for scripts. */
  public ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("events", events)
        .put("batches", batches)
        .put("chains", chains)
        .put("verified", verified)
        .put("tamperedStep", tamperedStep)
        .put("ackToProofP50Ms", ackToProofP50Ms)
        .put("ackToProofP95Ms", ackToProofP95Ms)
        .put("evidenceBytesP50", evidenceBytesP50)
        .put("verifiedPerSecond", verifiedPerSecond)
        .put("seconds", seconds);
  }

  /** A short table, for a person. */
  public String toTable() {
    return String.join(
        System.lineSeparator(),
        List.of(
            row("events", Integer.toString(events)),
            row("batches", Integer.toString(batches)),
            row("chains", Integer.toString(chains)),
            row("verified offline", verified + " of " + events),
            row(
                "acknowledgment to proof",
                ackToProofP50Ms + " ms (p50), " + ackToProofP95Ms + " ms (p95)"),
            row("evidence size", evidenceBytesP50 + " bytes (p50)"),
            row("verification", verifiedPerSecond + " a second, one thread"),
            row("one byte changed", "fails at: " + tamperedStep),
            row("whole run", String.format("%.1f s", seconds))));
  }

  private static String row(String name, String value) {
    return String.format("  %-26s%s", name, value);
  }
}
