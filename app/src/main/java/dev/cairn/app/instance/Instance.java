package dev.cairn.app.instance;

import dev.cairn.app.instance.InstanceSettings.Elsewhere;
import dev.cairn.app.ntm.ChainRoom;
import dev.cairn.app.ntm.ChainRoomSettings;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.EvidenceVerifier;
import dev.cairn.gateway.Gateway;
import dev.cairn.ingestor.Ingestor;
import dev.cairn.ingestor.IngestorSettings;
import dev.cairn.proof.ProofService;
import dev.cairn.proof.ProofSettings;
import dev.cairn.virtualchain.coordinator.AnchorProver;
import dev.cairn.virtualchain.executor.NetworkInfo;
import dev.cairn.virtualchain.router.TaskRouter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running instance: the rooms, open and joined. */
public final class Instance implements Running {
  private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

  private final Opened rooms;
  private final Ground ground;
  private final int chains;
  private final String network;
  private final URI address;

  private Instance(Opened rooms, Ground ground, int chains, String network, URI address) {
    this.rooms = rooms;
    this.ground = ground;
    this.chains = chains;
    this.network = network;
    this.address = address;
  }

  /** Opens everything; when the call returns, requests are answered. */
  public static Instance start(InstanceSettings settings) {
    Opened rooms = new Opened();
    try {
      return open(settings, rooms);
    } catch (RuntimeException failed) {
      rooms.close();
      throw failed;
    }
  }

  /** In the order of an event's way; see docs/life-of-an-event.md. */
  private static Instance open(InstanceSettings settings, Opened rooms) {
    Ground ground = Ground.open(settings.data(), rooms);
    Path data = ground.data();
    Clock clock = ground.clock();
    SignatureProviders.Choice provider = SignatureProviders.bestWithReason();
    LOG.info("signatures are checked by {}: {}", provider.provider().name(), provider.reason());

    ChainSide chain = rooms.opened(ChainSide.open(settings, clock));
    Elsewhere network = chain.network();
    if (network.proofOfWork()) {
      chain.requireProofOfWork();
    }
    NetworkInfo info = chain.nodes().info();
    TrustFile trust = ownTrust(data, chain, ground.gatewayKey(), clock);

    GatewaySide door =
        GatewaySide.open(
            ground,
            settings.surface(),
            settings.limits(),
            provider.provider(),
            new TaskRouter(info.chainCount()),
            rooms);
    Gateway gateway = door.gateway();
    Ingestor ingestor =
        rooms.opened(
            Ingestor.open(
                ingestorSettings(data, network),
                network.key(),
                gateway.batches(),
                chain.nodes(),
                clock,
                ground.random(),
                ground.meters()));
    ProofService proofs =
        rooms.opened(
            ProofService.open(
                ProofSettings.of(
                    data.resolve("proofs"), network.nodes().network(), network.confirmations()),
                new ProofService.Surroundings(
                    gateway.batches(),
                    ingestor.anchors(),
                    new AnchorProver(chain.nodes())::prove,
                    verifier(provider.provider()),
                    () -> trust,
                    clock,
                    ground.random())));
    Readiness readiness = rooms.opened(new Readiness(gateway, ingestor, proofs, chain.nodes()));
    Surface surface =
        rooms.opened(
            Surface.open(
                settings.surface(),
                door.rules(),
                door.endpoints(proofs.endpoints()),
                readiness::obstacles,
                ground.meters()));
    return new Instance(
        rooms, ground, info.chainCount(), network.nodes().network(), surface.address());
  }

  private static EvidenceVerifier verifier(SignatureProvider provider) {
    return new EvidenceVerifier(provider);
  }

  private static TrustFile ownTrust(
      Path data, ChainSide chain, SigningKey gatewayKey, Clock clock) {
    Elsewhere network = chain.network();
    return OwnTrust.of(
        network,
        chain.versionCode(),
        new ModuleHashes(data).remember(network.contract().hashes(chain.nodes(), clock)),
        gatewayKey.didKey());
  }

  private static IngestorSettings ingestorSettings(Path data, Elsewhere network) {
    return IngestorSettings.of(
        data.resolve("ingestor"),
        network.contract().module(),
        network.submitter(),
        network.account(),
        network.confirmations());
  }

  /** Takes an NTM-IA chain in, which ends with the instance. */
  public ChainRoom join(ChainRoomSettings settings) {
    Path device = ground.data().resolve("keys").resolve("ntm-device.jwk");
    return rooms.opened(
        ChainRoom.open(
            settings,
            new ChainRoom.Surroundings(address, device, chains, ground.meters(), ground.clock())));
  }

  @Override
  public URI address() {
    return address;
  }

  public int chains() {
    return chains;
  }

  public String network() {
    return network;
  }

  @Override
  public void awaitClosed() throws InterruptedException {
    rooms.awaitClosed();
  }

  /** Closes the rooms, last opened first: no new request is taken while the way is emptied. */
  @Override
  public void close() {
    rooms.close();
  }
}
