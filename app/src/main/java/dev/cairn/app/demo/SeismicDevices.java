package dev.cairn.app.demo;

import dev.cairn.app.demo.SeismicSample.Earthquake;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventSigner;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The signing devices of the seismic networks: one network, one key, made when first needed. */
final class SeismicDevices {
  private final Map<String, SigningKey> keys = new HashMap<>();
  private final SecureRandom random = new SecureRandom();

  /** The earthquakes as events, each signed by its network, in the order given. */
  List<byte[]> sign(List<Earthquake> earthquakes, Instant now) {
    return earthquakes.stream().map(earthquake -> sign(earthquake, now)).toList();
  }

  int count() {
    return keys.size();
  }

  private byte[] sign(Earthquake earthquake, Instant now) {
    SigningKey key = keys.computeIfAbsent(earthquake.network(), network -> newKey());
    return EventSigner.sign(
        key,
        EventDraft.of(
                earthquake.json().getBytes(StandardCharsets.UTF_8),
                earthquake.id(),
                now.getEpochSecond())
            .withContentType("application/geo+json"));
  }

  private SigningKey newKey() {
    return SigningKey.generate(SignatureAlgorithm.EDDSA, random);
  }
}
