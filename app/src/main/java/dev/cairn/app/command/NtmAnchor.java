package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.ntm.DeviceKey;
import dev.cairn.app.ntm.HeadAnchoring;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.store.ChainDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn ntm anchor}: evidence of a chain's newest block, for chains that cron seals. */
@Command(
    name = "anchor",
    mixinStandardHelpOptions = true,
    description = {
      "Sends the newest block's hash through a running instance, waits until it is proved, and"
          + " keeps",
      "the evidence in DIR/anchors. Doing it again is harmless; exit 1: it is not proved yet."
    })
public final class NtmAnchor implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "The chain's directory.")
  private Path directory;

  @Option(
      names = "--device-key",
      required = true,
      paramLabel = "FILE",
      description = "The key that signs this chain's heads as events; made when it is missing.")
  private Path deviceKey;

  @Mixin private InstanceOption instance = new InstanceOption();

  @Override
  public Integer call() {
    if (!Files.isDirectory(directory)) {
      throw Failure.doNot("There is no directory " + directory + ".");
    }
    SigningKey device = DeviceKey.of(deviceKey);
    ChainDirectory chain = new ChainDirectory(directory);
    Optional<BlockIndex> anchored =
        instance.ask(
            client ->
                new HeadAnchoring(chain, client, device, new SecureRandom())
                    .anchorNewest(HeadAnchoring.DEFAULT_WAIT));
    BlockIndex block =
        anchored.orElseThrow(() -> Failure.doNot("The chain has no blocks to be anchored."));
    spec.commandLine().getOut().println("block " + block + " is anchored by " + device.didKey());
    return 0;
  }
}
