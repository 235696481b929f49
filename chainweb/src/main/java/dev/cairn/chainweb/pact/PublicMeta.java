package dev.cairn.chainweb.pact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.ChainId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * Where, when and at whose cost a command runs (reference §7.1).
 *
 * @param sender account that pays for gas
 * @param gasPrice per unit of gas, at most 12 decimal places
 * @param ttl whole seconds from the creation time; at most two days
 * @param creationTime whole seconds
 */
public record PublicMeta(
    ChainId chainId,
    String sender,
    long gasLimit,
    BigDecimal gasPrice,
    Duration ttl,
    Instant creationTime) {

  /** Longest life of a command that a block takes. */
  public static final Duration MAX_TTL = Duration.ofDays(2);

  public PublicMeta {
    if (ttl.isNegative() || ttl.isZero() || ttl.compareTo(MAX_TTL) > 0) {
      throw new IllegalArgumentException(
          "A command lives for 1 to 172800 seconds, not " + ttl + ".");
    }
    if (gasLimit < 0 || gasPrice.signum() < 0) {
      throw new IllegalArgumentException("Gas limit and gas price are at least 0.");
    }
  }

  ObjectNode toJson() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("chainId", chainId.toString());
    object.put("sender", sender);
    object.put("gasLimit", gasLimit);
    object.put("gasPrice", gasPrice);
    object.put("ttl", ttl.toSeconds());
    object.put("creationTime", creationTime.getEpochSecond());
    return object;
  }
}
