package dev.cairn.ntm.metrics;

import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.canonical.PhpDecoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import java.util.Map;
import java.util.Optional;

/**
 * Metrics with the time at which their source took them.
 *
 * @param takenAt empty if the source doesn't say; then they are as new as the block
 */
public record Measurement(Metrics metrics, Optional<Timestamp> takenAt) {

  /**
   * Reads <code>{"hits":..,"pct_ia":..,"ai_index":..,"uas":..,"hub":..,"respostas":..,
   * "source_timestamp":"YYYY-MM-DD HH:MM:SS"}</code>; the time may be absent, other keys are passed
   * over.
   */
  public static Measurement parse(byte[] json) {
    Map<String, PhpValue> members = members(json);
    Metrics metrics =
        new Metrics(
            integer(members, "hits"),
            number(members, "pct_ia"),
            number(members, "ai_index"),
            integer(members, "uas"),
            integer(members, "hub"),
            integer(members, "respostas"));
    return new Measurement(metrics, takenAt(members));
  }

  private static Map<String, PhpValue> members(byte[] json) {
    try {
      PhpDecoder.Decoded decoded = PhpDecoder.decode(json);
      if (decoded.repeatedKey().isPresent()) {
        throw new IllegalArgumentException("The metrics repeat a key.");
      }
      if (decoded.value() instanceof PhpMap map) {
        return map.members();
      }
      throw new IllegalArgumentException("The metrics are not a JSON object.");
    } catch (PhpJsonException e) {
      throw new IllegalArgumentException("The metrics are not JSON. " + e.getMessage(), e);
    }
  }

  private static long integer(Map<String, PhpValue> members, String name) {
    if (members.get(name) instanceof PhpInteger integer) {
      return integer.value();
    }
    throw new IllegalArgumentException("The metrics lack the integer " + name + ".");
  }

  private static double number(Map<String, PhpValue> members, String name) {
    return members.get(name) instanceof PhpDouble number ? number.value() : integer(members, name);
  }

  private static Optional<Timestamp> takenAt(Map<String, PhpValue> members) {
    if (!members.containsKey("source_timestamp")) {
      return Optional.empty();
    }
    if (members.get("source_timestamp") instanceof PhpText text
        && Timestamp.parse(text.value()).isPresent()) {
      return Timestamp.parse(text.value());
    }
    throw new IllegalArgumentException(
        "source_timestamp of the metrics is not a UTC time YYYY-MM-DD HH:MM:SS.");
  }
}
