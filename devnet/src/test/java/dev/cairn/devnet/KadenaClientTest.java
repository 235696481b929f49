package dev.cairn.devnet;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chainweb's own client library takes our network for a node. */
class KadenaClientTest {

  @Test
  void wallet_findsANode(@TempDir Path directory) throws Exception {
    KadenaClient wallet = KadenaClient.install(directory);
    DevnetSettings settings = DevnetSettings.development().withAddress("127.0.0.1", 0);
    try (Devnet devnet = Devnet.start(settings, Clock.systemUTC())) {
      wallet.play(devnet.uri());
    }
  }
}
