package dev.cairn.ntm.watch;

import dev.cairn.ntm.store.ChainDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What changes when a chain gets or loses a block: cheap enough for each request.
 *
 * @param lastHash content of {@code last_hash.txt} in hex; empty if there is none
 * @param changed when {@code blocks/} and the examination's inputs changed; 1970 if one is absent
 */
record HeadMark(String lastHash, List<FileTime> changed) {

  static HeadMark of(ChainDirectory directory, List<Path> inputs) throws IOException {
    String lastHash = directory.readLastHash().map(HexFormat.of()::formatHex).orElse("");
    List<FileTime> changed = new ArrayList<>();
    for (Path path : Stream.concat(Stream.of(directory.blocks()), inputs.stream()).toList()) {
      changed.add(changed(path));
    }
    return new HeadMark(lastHash, changed);
  }

  private static FileTime changed(Path path) throws IOException {
    try {
      return Files.getLastModifiedTime(path);
    } catch (NoSuchFileException absent) {
      return FileTime.fromMillis(0);
    }
  }
}
