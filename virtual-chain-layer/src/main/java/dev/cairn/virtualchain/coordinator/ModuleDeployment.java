package dev.cairn.virtualchain.coordinator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts Pact code on every chain of a network, where it is not there yet. Calls block until every
 * chain is done, and report each chain as it is.
 *
 * <p>Every method may throw {@link dev.cairn.virtualchain.executor.NodeException} when no node
 * answers at all.
 */
public final class ModuleDeployment {

  private final EveryChain everyChain;

  public ModuleDeployment(ChainwebNodes nodes, Payer payer, Clock clock) {
    this.everyChain = new EveryChain(nodes, payer, clock);
  }

  /**
   * Deploys a module, or upgrades it where other code is there.
   *
   * @param module full name, as {@code free.cairn-anchor}
   * @param code the deployment: the module and what stands around it
   * @param data message data; the member {@code upgrade} is set for each chain, to whether the
   *     module exists there
   */
  public List<ChainReport> deploy(
      String module, String code, ObjectNode data, Consumer<ChainReport> progress) {
    return everyChain.reach(new Deployed(module, code, data), progress);
  }

  /**
   * Runs code on each chain where a question fails, as {@code (free.cairn-anchor.get-submitter
   * "x")} does where that submitter is not registered.
   */
  public List<ChainReport> runUnless(
      String question, String code, JsonNode data, Consumer<ChainReport> progress) {
    return everyChain.reach(new Answered(question, code, data), progress);
  }

  /** The module's code on the chain is part of this deployment's, word for word. */
  private record Deployed(String module, String code, ObjectNode template)
      implements EveryChain.Goal {

    @Override
    public String probe() {
      return "(describe-module \"" + module + "\")";
    }

    @Override
    public boolean isReached(CommandResult probed) {
      String there = probed.data().path("code").asText().strip();
      return probed.success() && !there.isEmpty() && code.contains(there);
    }

    @Override
    public JsonNode data(CommandResult probed) {
      return template.deepCopy().put("upgrade", probed.success());
    }
  }

  /** The question has an answer. */
  private record Answered(String probe, String code, JsonNode message) implements EveryChain.Goal {

    @Override
    public boolean isReached(CommandResult probed) {
      return probed.success();
    }

    @Override
    public JsonNode data(CommandResult probed) {
      return message;
    }
  }
}
