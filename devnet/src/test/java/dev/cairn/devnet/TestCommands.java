package dev.cairn.devnet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.CommandBuilder;
import dev.cairn.chainweb.pact.Continuation;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.PublicMeta;
import dev.cairn.chainweb.pact.SignerCapability;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Signed commands of sender00 for one network. */
final class TestCommands {

  static final long GAS_LIMIT = 10_000;
  static final BigDecimal GAS_PRICE = new BigDecimal("0.0000001");

  private final AtomicInteger nonces = new AtomicInteger();
  private final String network;
  private final Clock clock;

  TestCommands(String network, Clock clock) {
    this.network = network;
    this.clock = clock;
  }

  private PublicMeta meta(int chain, long gasLimit) {
    return new PublicMeta(
        new ChainId(chain),
        "sender00",
        gasLimit,
        GAS_PRICE,
        Duration.ofHours(8),
        clock.instant().minusSeconds(5));
  }

  /** Code under an unscoped signature. */
  PactCommand exec(int chain, String code) {
    return exec(chain, code, null);
  }

  /** Code under a signature for some capabilities; none is for all. */
  PactCommand exec(
      int chain, String code, @Nullable JsonNode data, SignerCapability... capabilities) {
    return CommandBuilder.exec(network, code, data, meta(chain, GAS_LIMIT))
        .nonce("test-" + nonces.incrementAndGet())
        .signer(TestKey.sender(0), capabilities)
        .sign();
  }

  /** Code that needs more gas than usual. */
  PactCommand execWithLimit(long gasLimit, int chain, String code, JsonNode data) {
    return CommandBuilder.exec(network, code, data, meta(chain, gasLimit))
        .nonce("test-" + nonces.incrementAndGet())
        .signer(TestKey.sender(0))
        .sign();
  }

  /** The next step of a defpact. */
  PactCommand continuation(int chain, Continuation continuation) {
    return CommandBuilder.continuation(network, continuation, meta(chain, GAS_LIMIT))
        .nonce("test-" + nonces.incrementAndGet())
        .signer(TestKey.sender(0))
        .sign();
  }

  /** The body of a send request. */
  static String batch(PactCommand... commands) {
    return List.of(commands).stream()
        .map(PactCommand::toJson)
        .collect(Collectors.joining(",", "{\"cmds\":[", "]}"));
  }
}
