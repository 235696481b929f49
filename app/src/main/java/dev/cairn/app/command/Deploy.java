package dev.cairn.app.command;

import dev.cairn.app.chain.AnchorContract;
import dev.cairn.app.exit.Failure;
import dev.cairn.virtualchain.coordinator.ChainReport;
import dev.cairn.virtualchain.coordinator.Payer;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import dev.cairn.virtualchain.executor.HttpChainwebNodes;
import dev.cairn.virtualchain.executor.NodeException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import okhttp3.OkHttpClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cairn deploy}: the anchor contract on every chain of a network. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the anchor contract on every chain of a network and admits the sender as submitter.",
      "Chains that are done already are left alone, so it can simply be run again."
    })
public final class Deploy implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private NetworkOptions network = new NetworkOptions();

  @Override
  public Integer call() {
    if (!network.given()) {
      throw Failure.doNot("--nodes says where the network is.");
    }
    OkHttpClient client = new OkHttpClient();
    try {
      deploy(HttpChainwebNodes.open(network.nodeSettings(), client));
      return 0;
    } catch (NodeException unreachable) {
      throw Failure.tryAgain(unreachable.getMessage(), unreachable);
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private void deploy(ChainwebNodes nodes) {
    AnchorContract contract = network.contract();
    Payer payer = Payer.of(network.sender(), network.senderKey());
    Clock clock = Clock.systemUTC();
    require(contract.deploy(nodes, payer, clock, report -> print("module", report)));
    require(
        contract.admit(
            network.submitter(), nodes, payer, clock, report -> print("submitter", report)));
    contract
        .hashes(nodes, clock)
        .forEach(hash -> spec.commandLine().getOut().println(contract.module() + " " + hash));
  }

  private void print(String what, ChainReport report) {
    spec.commandLine()
        .getErr()
        .printf(
            "chain %-3s %-10s %-8s %s%n", report.chain(), what, report.outcome(), report.detail());
  }

  private static void require(List<ChainReport> reports) {
    long failed = reports.stream().filter(report -> !report.isGood()).count();
    if (failed > 0) {
      throw Failure.doNot(failed + " of " + reports.size() + " chains failed; see above.");
    }
  }
}
