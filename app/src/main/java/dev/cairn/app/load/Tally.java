package dev.cairn.app.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts what was answered, and how late. For the client's thread only. */
final class Tally implements LoadClient.Answers {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Microseconds up to a minute, with three digits. */
  private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(1);

  private static final int DIGITS = 3;

  /**
   * How the answer ends, but for the signed part of its receipts, when every event was accepted.
   */
  private static final byte[] NONE_REJECTED = "\"rejected\":[]".getBytes(StandardCharsets.US_ASCII);

  private static final int TAIL_BYTES = 2048;

  private final int eventsPerRequest;
  private final Histogram micros = new Histogram(MAX_MICROS, DIGITS);
  private long accepted;
  private long refused;

  Tally(int eventsPerRequest) {
    this.eventsPerRequest = eventsPerRequest;
  }

  @Override
  public void answered(int request, int status, ByteBuffer body, long dueNanos, long atNanos)
      throws IOException {
    long latency = TimeUnit.NANOSECONDS.toMicros(atNanos - dueNanos);
    micros.recordValue(Math.min(MAX_MICROS, latency));
    int good = status == 202 || status == 200 ? accepted(body) : 0;
    accepted += good;
    refused += eventsPerRequest - good;
  }

  private int accepted(ByteBuffer body) throws IOException {
    if (endsWithoutRejections(body)) {
      return eventsPerRequest;
    }
    JsonNode answer =
        JSON.readTree(body.array(), body.arrayOffset() + body.position(), body.remaining());
    return answer.path("accepted").size();
  }

  private static boolean endsWithoutRejections(ByteBuffer body) {
    int from = Math.max(body.position(), body.limit() - TAIL_BYTES);
    for (int at = body.limit() - NONE_REJECTED.length; at >= from; at--) {
      int i = 0;
      while (i < NONE_REJECTED.length && body.get(at + i) == NONE_REJECTED[i]) {
        i++;
      }
      if (i == NONE_REJECTED.length) {
        return true;
      }
    }
    return false;
  }

  long accepted() {
    return accepted;
  }

  long refused() {
    return refused;
  }

  /** In milliseconds, of requests from when they were due to when they were answered. */
  double latencyMillis(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
