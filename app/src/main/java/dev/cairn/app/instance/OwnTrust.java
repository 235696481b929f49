package dev.cairn.app.instance;

import dev.cairn.app.instance.InstanceSettings.Elsewhere;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.trust.TrustedContract;
import dev.cairn.evidence.trust.TrustedNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an instance tells verifiers to trust; the blocks of its proofs are added where it is served.
 */
final class OwnTrust {
  private OwnTrust() {}

  static TrustFile of(
      Elsewhere network, int versionCode, Set<String> moduleHashes, DidKey gatewayKey) {
    TrustedContract contract =
        new TrustedContract(
            network.contract().module(), moduleHashes, Optional.of(Set.of(network.submitter())));
    TrustedNetwork trusted =
        new TrustedNetwork(
            versionCode,
            network.proofOfWork(),
            network.confirmations(),
            List.of(contract),
            Set.of());
    return new TrustFile(
        Map.of(network.nodes().network(), trusted), Set.of(gatewayKey), Optional.empty());
  }
}
