package dev.cairn.app.ntm;

import dev.cairn.ntm.block.BlockIndex;
import java.nio.file.Path;

/** Names of the evidence that is kept beside a chain. */
final class AnchorFiles {
  static final String FOLDER = "anchors";

  private AnchorFiles() {}

  static Path of(Path chain, BlockIndex index) {
    return chain.resolve(FOLDER).resolve(String.format("anchor_%06d.json", index.value()));
  }
}
