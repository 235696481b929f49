package dev.cairn.app.ntm;

import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.ntm.http.ChainServer;
import dev.cairn.ntm.keyring.SigningKey;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A chain in a running instance: served on a port of its own, sealed by the clock, anchored. */
public final class ChainRoom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChainRoom.class);

  /** Last opened first. */
  private final Deque<AutoCloseable> opened;

  private final URI address;
  private final Optional<DidKey> signer;

  /**
   * What the room needs of its instance.
   *
   * @param address where events are posted
   * @param device file of the key that signs the chain's heads
   * @param chains how many chains the instance anchors on
   */
  public record Surroundings(
      URI address, Path device, int chains, MeterRegistry meters, Clock clock) {}

  private ChainRoom(Deque<AutoCloseable> opened, URI address, Optional<DidKey> signer) {
    this.opened = opened;
    this.address = address;
    this.signer = signer;
  }

  /** Opens the room; when the call returns, the chain is served and the schedule runs. */
  public static ChainRoom open(ChainRoomSettings settings, Surroundings around) {
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    try {
      return open(settings, around, opened);
    } catch (IOException failed) {
      close(opened);
      Path directory = settings.site().directory();
      throw Failure.doNot(
          "The chain in " + directory + " can't be used: " + Explanation.of(failed) + ".", failed);
    } catch (RuntimeException failed) {
      close(opened);
      throw failed;
    }
  }

  private static ChainRoom open(
      ChainRoomSettings settings, Surroundings around, Deque<AutoCloseable> opened)
      throws IOException {
    SiteSettings chain = settings.site();
    Files.createDirectories(chain.directory());
    Optional<SigningKey> key = settings.sealing().map(sealing -> sealing.key().open(LOG::warn));
    if (key.isPresent()) {
      chain.keyring().readOrBegin(key.get());
    }
    chain.keyring().present();
    Site site = new Site(chain, around.clock());
    opened.push(site);
    ChainServer server = site.serve(settings.host(), settings.port());
    opened.push(server);
    if (key.isEmpty()) {
      return new ChainRoom(opened, server.address(), Optional.empty());
    }
    SealingLoop sealing = SealingLoop.start(settings, key.get(), around);
    opened.push(sealing);
    return new ChainRoom(opened, server.address(), sealing.signer());
  }

  /** Where the chain is served. */
  public URI address() {
    return address;
  }

  /** Who signs the chain's heads; verifiers of anchors name it. Empty if none are anchored. */
  public Optional<DidKey> signer() {
    return signer;
  }

  /** Lets a seal under way come to its end; then nothing is served any more. */
  @Override
  public void close() {
    close(opened);
  }

  private static void close(Deque<AutoCloseable> opened) {
    while (!opened.isEmpty()) {
      AutoCloseable resource = opened.pop();
      try {
        resource.close();
      } catch (Exception failed) {
        LOG.error("{} did not close", resource.getClass().getSimpleName(), failed);
      }
    }
  }
}
