package dev.cairn.app.ntm;

import dev.cairn.ntm.schedule.SealListener;
import dev.cairn.ntm.seal.SealException;
import dev.cairn.ntm.seal.SealOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators, by log and meters, how sealing goes. */
final class SealReport implements SealListener {
  private static final Logger LOG = LoggerFactory.getLogger(SealReport.class);

  private final MeterRegistry meters;
  private final Counter sealed;
  private final Runnable onHead;

  /** Tries in a row that made no block although one was due. */
  private final AtomicInteger failing;

  /** {@code onHead} is run after each new block. */
  SealReport(MeterRegistry meters, Runnable onHead) {
    this.meters = meters;
    this.onHead = onHead;
    this.sealed =
        Counter.builder("cairn.ntm.blocks.sealed")
            .description("Blocks that this process added to the NTM-IA chain")
            .register(meters);
    this.failing = meters.gauge("cairn.ntm.seal.failing", new AtomicInteger(), AtomicInteger::get);
  }

  @Override
  public void ended(SealOutcome outcome) {
    if (outcome instanceof SealOutcome.Sealed block) {
      sealed.increment();
      failing.set(0);
      LOG.info("block {} is sealed: {}", block.index(), block.hash());
      onHead.run();
    } else if (outcome instanceof SealOutcome.Busy) {
      failed("busy", "Another sealer is at work on the chain.");
    } else {
      failing.set(0);
    }
  }

  @Override
  public void failed(Exception why) {
    failed(reason(why), String.valueOf(why.getMessage()));
    LOG.debug("This stopped the seal", why);
  }

  private void failed(String reason, String sentence) {
    failing.incrementAndGet();
    Counter.builder("cairn.ntm.seal.failures")
        .description("Tries that made no block although one was due")
        .tag("reason", reason)
        .register(meters)
        .increment();
    LOG.error("no block was sealed: {}", sentence);
  }

  private static String reason(Exception why) {
    if (why instanceof SealException.Retryable) {
      return "source";
    }
    if (why instanceof SealException.Rejected) {
      return "rejected";
    }
    return why instanceof SealException.ChainBroken ? "broken" : "disk";
  }
}
