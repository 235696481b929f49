package dev.cairn.proof.trust;

import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.evidence.Anchor;
import dev.cairn.evidence.trust.PinnedBlock;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.trust.TrustedNetwork;
import dev.cairn.proof.store.Pin;
import dev.cairn.proof.store.PinTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The trust of this instance. Its pinned blocks are many, so they are looked up when needed. */
public final class InstanceTrust {
  private final Supplier<TrustFile> configured;
  private final PinTable pins;
  private final String network;

  public InstanceTrust(Supplier<TrustFile> configured, PinTable pins, String network) {
    this.configured = configured;
    this.pins = pins;
    this.network = network;
  }

  /** The network that this instance anchors on. */
  public String network() {
    return network;
  }

  /** What is configured, without the blocks that proofs rest on. */
  public TrustFile configured() {
    return configured.get();
  }

  /** What is configured, and those blocks of the anchor that proofs of this instance rest on. */
  public TrustFile about(Anchor anchor) {
    Set<PinnedBlock> own = new HashSet<>();
    if (anchor.network().equals(network)) {
      for (BlockHeader header : anchor.headers()) {
        // Times before 1970 are well-formed in a header, but no block of ours has one.
        if (header.creationTime().micros() >= 0 && pins.contains(Pin.of(header))) {
          own.add(PinnedBlock.of(header));
        }
      }
    }
    return withBlocks(configured(), anchor.network(), own);
  }

  /** The trust file with more blocks of a network; unchanged if it has no such network. */
  public static TrustFile withBlocks(TrustFile base, String network, Set<PinnedBlock> more) {
    TrustedNetwork known = base.networks().get(network);
    if (known == null) {
      return base;
    }
    Set<PinnedBlock> blocks = new HashSet<>(known.blocks());
    blocks.addAll(more);
    Map<String, TrustedNetwork> networks = new HashMap<>(base.networks());
    networks.put(
        network,
        new TrustedNetwork(
            known.versionCode(),
            known.proofOfWorkRequired(),
            known.confirmations(),
            known.contracts(),
            blocks));
    return new TrustFile(networks, base.gatewayKeys(), base.signers());
  }
}
