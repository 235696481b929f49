package dev.cairn.app.ntm;

import dev.cairn.app.client.CairnClient;
import dev.cairn.app.ntm.ChainRoom.Surroundings;
import dev.cairn.app.ntm.ChainRoomSettings.Anchoring;
import dev.cairn.app.ntm.ChainRoomSettings.Sealing;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.keyring.SigningKey;
import dev.cairn.ntm.metrics.MetricsSource;
import dev.cairn.ntm.schedule.SealingSchedule;
import dev.cairn.ntm.schedule.ThreadTimer;
import dev.cairn.ntm.seal.Sealer;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.watch.RecentBlock;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;

/** The threads that make blocks and anchor them. */
final class SealingLoop implements AutoCloseable {
  private final ThreadTimer sealing = new ThreadTimer("ntm-sealer");
  private final ThreadTimer anchoring = new ThreadTimer("ntm-anchoring");

  private Optional<DidKey> signer = Optional.empty();

  private SealingLoop() {}

  /** Who signs the chain's heads; empty if they aren't anchored. */
  Optional<DidKey> signer() {
    return signer;
  }

  static SealingLoop start(ChainRoomSettings settings, SigningKey key, Surroundings around)
      throws IOException {
    SealingLoop loop = new SealingLoop();
    Sealing how = settings.sealing().orElseThrow();
    ChainDirectory directory = new ChainDirectory(settings.site().directory());
    Runnable onHead =
        how.anchoring()
            .map(anchoring -> loop.anchors(anchoring, directory, around))
            .orElse(() -> {});
    Sealer sealer =
        new Sealer(
            directory,
            settings.site().keyring(),
            key,
            SignatureScheme.platform(),
            how.interval(),
            around.clock(),
            new SecureRandom());
    new SealingSchedule(
            sealer,
            metrics(how.metrics(), directory, around),
            how.interval(),
            around.clock(),
            loop.sealing,
            new SealReport(around.meters(), onHead))
        .start();
    return loop;
  }

  private Runnable anchors(Anchoring how, ChainDirectory directory, Surroundings around) {
    dev.cairn.evidence.crypto.SigningKey device = DeviceKey.of(around.device());
    signer = Optional.of(device.didKey());
    HeadAnchoring heads =
        new HeadAnchoring(
            directory,
            new CairnClient(how.at().orElse(around.address()), how.credentials()),
            device,
            new SecureRandom());
    AnchorLoop loop = new AnchorLoop(heads, HeadAnchoring.DEFAULT_WAIT, anchoring, around.meters());
    // A former run may have left a head without its evidence.
    loop.wake();
    return loop::wake;
  }

  private static MetricsSource metrics(String name, ChainDirectory directory, Surroundings around)
      throws IOException {
    if (!name.equals(ChainRoomSettings.OWN_METRICS)) {
      return MetricsName.of(name);
    }
    Optional<BlockIndex> newest = directory.list().highest();
    Optional<RecentBlock> block =
        newest.isPresent()
            ? Optional.of(RecentBlock.read(directory, newest.get()))
            : Optional.empty();
    return new GatewayMetrics(around.meters(), around.chains(), block);
  }

  @Override
  public void close() {
    sealing.close();
    // A wait for evidence is worth nothing: the next run posts the same event again.
    anchoring.interrupt();
  }
}
