package dev.cairn.evidence.trust;

import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.event.SignerId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a verifier believes.
 *
 * @param networks by name
 * @param gatewayKeys keys whose receipts count; empty switches that check off
 * @param signers who may sign events; absent switches that check off, empty admits nobody
 */
public record TrustFile(
    Map<String, TrustedNetwork> networks,
    Set<DidKey> gatewayKeys,
    Optional<Set<SignerId>> signers) {

  public TrustFile {
    networks = Map.copyOf(networks);
    gatewayKeys = Set.copyOf(gatewayKeys);
    signers = signers.map(Set::copyOf);
  }

  /**
   * Reads the JSON form.
   *
   * @throws dev.cairn.chainweb.MalformedException if it is not a trust file of version 1
   */
  public static TrustFile parse(byte[] json) {
    return TrustFileReader.read(json);
  }

  /** The JSON form, indented, in a stable order. */
  public String toJson() {
    return TrustFileWriter.write(this);
  }

  public Optional<TrustedNetwork> network(String name) {
    return Optional.ofNullable(networks.get(name));
  }
}
