package dev.cairn.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cairn trust}: writes down what a running instance holds to be true. */
@Command(
    name = "trust",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the trust file of a running instance.",
      "It names the network, the blocks of the anchors, the contract with its module hashes, and the",
      "gateway's key. Who verifies with it trusts what this instance has seen; edit it to trust less."
    })
public final class Trust implements Callable<Integer> {

  @Mixin private InstanceOption instance = new InstanceOption();

  @Option(
      names = "--out",
      defaultValue = "-",
      paramLabel = "FILE",
      description = "Where the trust file goes (default: ${DEFAULT-VALUE}, standard output).")
  private String out;

  @Override
  public Integer call() {
    CommandFiles.write(out, instance.ask(client -> client.trust()));
    return 0;
  }
}
