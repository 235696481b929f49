package dev.cairn.app.ntm;

import dev.cairn.app.client.CairnClient;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.EventId;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.store.DurableFile;
import dev.cairn.ntm.verify.AnchoredHeads.Head;
import dev.cairn.ntm.watch.RecentBlock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sends the newest block's hash through a gateway and keeps the evidence beside the chain, in
 * {@code anchors/}. An older block needs none: the newest stands for all before it.
 */
public final class HeadAnchoring {

  /** As long as a gateway lets anybody wait; what isn't proved by then is asked for again. */
  public static final Duration DEFAULT_WAIT = Duration.ofMinutes(2);

  private final ChainDirectory directory;
  private final CairnClient client;
  private final SigningKey device;
  private final RandomGenerator random;

  /** {@code device} signs for this chain alone; verifiers know it by its {@code did:key}. */
  public HeadAnchoring(
      ChainDirectory directory, CairnClient client, SigningKey device, RandomGenerator random) {
    this.directory = directory;
    this.client = client;
    this.device = device;
    this.random = random;
  }

  /**
   * Anchors the newest block unless its evidence is here already, and waits until that is proved.
   * It may be called again after any failure: the same head gives the same event.
   *
   * @return the block that the evidence here covers; empty if the chain has none
   */
  public Optional<BlockIndex> anchorNewest(Duration wait) throws IOException {
    Optional<BlockIndex> newest = directory.list().highest();
    if (newest.isPresent() && !Files.exists(file(newest.get()))) {
      anchor(RecentBlock.read(directory, newest.get()), wait);
    }
    return newest;
  }

  /** Where the evidence of this block is kept. */
  public Path file(BlockIndex index) {
    return AnchorFiles.of(directory.root(), index);
  }

  private void anchor(RecentBlock block, Duration wait) throws IOException {
    Head head = new Head(block.index(), block.hash());
    byte[] event = HeadEvent.sign(device, head, sealedAt(block));
    client.submit(new String(event, StandardCharsets.UTF_8) + "\n");
    // A crash from here on loses nothing: the next call posts the same event and gets its evidence.
    byte[] evidence = client.evidence(EventId.ofEvent(event).toString(), wait);
    Path file = file(block.index());
    Files.createDirectories(file.getParent());
    DurableFile.replace(file, evidence, random);
  }

  private static Timestamp sealedAt(RecentBlock block) throws IOException {
    return block
        .sealedAt()
        .orElseThrow(() -> new IOException("Block " + block.index() + " has no readable time"));
  }
}
