package dev.cairn.devnet;

import dev.cairn.chainweb.ChainGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A network in a process of its own, to be killed. */
final class KilledNetwork {

  private KilledNetwork() {}

  static DevnetSettings settings(Path directory) {
    return DevnetSettings.development()
        .withGraph(ChainGraph.PETERSEN)
        .withAddress("127.0.0.1", 0)
        .withDirectory(directory);
  }

  /** Starts in the first directory and writes its port into the second argument's file. */
  public static void main(String[] arguments) throws IOException {
    Devnet devnet = Devnet.start(settings(Path.of(arguments[0])), Clock.systemUTC());
    Path file = Path.of(arguments[1]);
    Path unfinished = file.resolveSibling("unfinished");
    Files.writeString(unfinished, Integer.toString(devnet.port()));
    Files.move(unfinished, file);
  }
}
