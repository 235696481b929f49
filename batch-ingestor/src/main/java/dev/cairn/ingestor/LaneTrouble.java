package dev.cairn.ingestor;

import dev.cairn.chainweb.ChainId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why a chain's batches do not get on, for operators: the latest reason, until a batch is final
 * again. Written by the lane's thread, read by any.
 */
final class LaneTrouble {

  private static final Logger LOG = LoggerFactory.getLogger(LaneTrouble.class);

  private final ChainId chain;
  private volatile Optional<String> text = Optional.empty();

  LaneTrouble(ChainId chain) {
    this.chain = chain;
  }

  Optional<String> text() {
    return text;
  }

  /** Logged once, until it is over. */
  void report(String reason) {
    if (text.isEmpty()) {
      LOG.warn("Chain {}: {}", chain, reason);
    }
    text = Optional.of(reason);
  }

  void over() {
    if (text.isPresent()) {
      LOG.info("Chain {} gets on again", chain);
    }
    text = Optional.empty();
  }
}
