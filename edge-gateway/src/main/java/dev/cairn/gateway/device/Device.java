package dev.cairn.gateway.device;

import dev.cairn.evidence.crypto.DidKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A registered device: which key it had when. Immutable.
 *
 * @param spans in the order of their beginnings, each until the next one begins
 * @param certificates that a client may present to submit as this device
 */
public record Device(DeviceId id, List<Span> spans, Set<Fingerprint> certificates) {

  /**
   * A time from which on a key is valid, or none is.
   *
   * @param fromSeconds since 1970, included
   * @param key empty: the device is revoked
   */
  public record Span(long fromSeconds, Optional<DidKey> key) {
    public Span {
      if (fromSeconds < 0) {
        throw new IllegalArgumentException(
            "A key is valid from a time since 1970, not " + fromSeconds + ".");
      }
    }
  }

  public Device {
    spans = List.copyOf(spans);
    certificates = Set.copyOf(certificates);
  }

  public static Device unknown(DeviceId id) {
    return new Device(id, List.of(), Set.of());
  }

  /** The same with another key from then on; what was to begin later is forgotten. */
  public Device with(Span next) {
    List<Span> changed = new ArrayList<>(spans);
    changed.removeIf(span -> span.fromSeconds() >= next.fromSeconds());
    changed.add(next);
    return new Device(id, changed, certificates);
  }

  public Device withCertificate(Fingerprint certificate) {
    Set<Fingerprint> more = new LinkedHashSet<>(certificates);
    more.add(certificate);
    return new Device(id, spans, more);
  }

  public Device withoutCertificate(Fingerprint certificate) {
    Set<Fingerprint> less = new LinkedHashSet<>(certificates);
    less.remove(certificate);
    return new Device(id, spans, less);
  }

  /** The span that a time falls in; empty before the first. */
  public Optional<Span> at(long seconds) {
    for (int i = spans.size() - 1; i >= 0; i--) {
      if (spans.get(i).fromSeconds() <= seconds) {
        return Optional.of(spans.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether the device ever had this key. */
  public boolean had(DidKey key) {
    return spans.stream().anyMatch(span -> span.key().filter(key::equals).isPresent());
  }
}
