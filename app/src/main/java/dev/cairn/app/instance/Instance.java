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
import dev.cairn.gateway.GatewaySettings;
import dev.cairn.http.Endpoint;
import dev.cairn.ingestor.Ingestor;
import dev.cairn.ingestor.IngestorSettings;
import dev.cairn.proof.ProofService;
import dev.cairn.proof.ProofSettings;
import dev.cairn.virtualchain.coordinator.AnchorProver;
import dev.cairn.virtualchain.executor.NetworkInfo;
import dev.cairn.virtualchain.router.TaskRouter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running instance: the rooms, open and joined. */
public final class Instance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

  private final Opened rooms;
  private final Path data;
  private final PrometheusMeterRegistry meters;
  private final int chains;
  private final String network;
  private final URI address;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Instance(
      Opened rooms,
      Path data,
      PrometheusMeterRegistry meters,
      int chains,
      String network,
      URI address) {
    this.rooms = rooms;
    this.data = data;
    this.meters = meters;
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
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    Path data = settings.data();
    rooms.opened(DataDirectory.open(data));
    NativeStore.unpackInto(data.resolve("native"));
    SigningKey gatewayKey = InstanceKeys.gateway(data);
    SignatureProviders.Choice provider = SignatureProviders.bestWithReason();
    LOG.info("signatures are checked by {}: {}", provider.provider().name(), provider.reason());
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    ChainSide chain = rooms.opened(ChainSide.open(settings, clock));
    Elsewhere network = chain.network();
    if (network.proofOfWork()) {
      chain.requireProofOfWork();
    }
    NetworkInfo info = chain.nodes().info();
    TaskRouter router = new TaskRouter(info.chainCount());
    TrustFile trust = ownTrust(data, chain, gatewayKey, clock);

    Access access = rooms.opened(Access.open(data, settings.surface(), gatewayKey, clock, random));
    Gateway gateway =
        rooms.opened(
            Gateway.open(
                gatewaySettings(settings),
                clock,
                random,
                gatewayKey,
                provider.provider(),
                taskKey -> router.chainOf(taskKey).value(),
                access.gate(),
                meters));
    access.register().deliverTo(gateway::take);
    Ingestor ingestor =
        rooms.opened(
            Ingestor.open(
                ingestorSettings(data, network),
                network.key(),
                gateway.batches(),
                chain.nodes(),
                clock,
                random,
                meters));
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
                    random)));
    Readiness readiness = rooms.opened(new Readiness(gateway, ingestor, proofs, chain.nodes()));
    List<Endpoint> endpoints = new ArrayList<>(gateway.endpoints());
    endpoints.addAll(proofs.endpoints());
    endpoints.addAll(access.endpoints());
    Surface surface =
        rooms.opened(
            Surface.open(
                settings.surface(), access.rules(), endpoints, readiness::obstacles, meters));
    return new Instance(
        rooms, data, meters, info.chainCount(), network.nodes().network(), surface.address());
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

  private static GatewaySettings gatewaySettings(InstanceSettings settings) {
    return GatewaySettings.of(settings.data().resolve("gateway"))
        .withBatch(settings.limits().batch());
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
    Path device = data.resolve("keys").resolve("ntm-device.jwk");
    return rooms.opened(
        ChainRoom.open(
            settings,
            new ChainRoom.Surroundings(address, device, chains, meters, Clock.systemUTC())));
  }

  /** Where requests are answered. */
  public URI address() {
    return address;
  }

  public int chains() {
    return chains;
  }

  public String network() {
    return network;
  }

  /** Returns when the instance has been closed. */
  public void awaitClosed() throws InterruptedException {
    closed.await();
  }

  /** Closes the rooms, last opened first: no new request is taken while the way is emptied. */
  @Override
  public void close() {
    rooms.close();
    closed.countDown();
  }
}
