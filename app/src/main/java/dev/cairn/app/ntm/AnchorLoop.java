package dev.cairn.app.ntm;

import dev.cairn.ntm.schedule.SealTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Anchors the newest head whenever there is one, and tries again until its evidence is kept. */
final class AnchorLoop {
  private static final Logger LOG = LoggerFactory.getLogger(AnchorLoop.class);

  private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

  private final HeadAnchoring anchoring;
  private final Duration wait;
  private final SealTimer timer;
  private final AtomicLong newest;

  AnchorLoop(HeadAnchoring anchoring, Duration wait, SealTimer timer, MeterRegistry meters) {
    this.anchoring = anchoring;
    this.wait = wait;
    this.timer = timer;
    this.newest = meters.gauge("cairn.ntm.anchored.block", new AtomicLong(), AtomicLong::get);
  }

  /** Looks at the chain soon; any thread may call it, as often as it likes. */
  void wake() {
    timer.after(Duration.ZERO, this::run);
  }

  private void run() {
    try {
      anchoring.anchorNewest(wait).ifPresent(block -> newest.set(block.value()));
    } catch (IOException | RuntimeException failed) {
      LOG.warn("the newest block is not anchored yet: {}", failed.getMessage());
      timer.after(RETRY_AFTER, this::run);
    }
  }
}
