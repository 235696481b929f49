package dev.cairn.virtualchain.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.CommandSigner;
import dev.cairn.virtualchain.coordinator.ChainReport.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleDeploymentTest {

  private static final String CODE =
      "(namespace \"free\")\n(module sample GOV (defcap GOV () true) (defun one () 1))\n";

  private static final CommandSigner SIGNER =
      new CommandSigner() {
        @Override
        public String publicKeyHex() {
          return "ab".repeat(32);
        }

        @Override
        public byte[] sign(byte[] hash32) {
          return new byte[64];
        }
      };

  private final DeployingNodes nodes = new DeployingNodes();
  private final ModuleDeployment deployment =
      new ModuleDeployment(nodes, Payer.of("payer", SIGNER), Clock.systemUTC());

  private List<ChainReport> deploy() {
    return deployment.deploy(
        "free.sample", CODE, JsonNodeFactory.instance.objectNode().put("a", 1), report -> {});
  }

  private static ChainId chain(int id) {
    return new ChainId(id);
  }

  @Test
  void deploy_emptyNetwork_putsTheModuleOnEveryChain() {
    List<ChainReport> seen = new ArrayList<>();

    List<ChainReport> reports =
        deployment.deploy("free.sample", CODE, JsonNodeFactory.instance.objectNode(), seen::add);

    assertThat(reports).hasSize(3).isEqualTo(seen);
    assertThat(reports).extracting(ChainReport::outcome).containsOnly(Outcome.DONE);
    assertThat(nodes.modules).hasSize(3);
  }

  @Test
  void deploy_firstTime_saysThatItIsNoUpgrade() {
    deploy();

    JsonNode data = DeployingNodes.json(nodes.sent.get(0)).at("/payload/exec/data");
    assertThat(data.toString()).isEqualTo("{\"a\":1,\"upgrade\":false}");
    assertThat(DeployingNodes.json(nodes.sent.get(0)).at("/signers/0").has("clist")).isFalse();
  }

  @Test
  void deploy_again_sendsNothing() {
    deploy();
    nodes.sent.clear();

    assertThat(deploy()).extracting(ChainReport::outcome).containsOnly(Outcome.ALREADY);
    assertThat(nodes.sent).isEmpty();
  }

  @Test
  void deploy_oneChainHasOlderCode_upgradesThatOne() {
    deploy();
    nodes.sent.clear();
    nodes.modules.put(chain(1), "(module sample GOV (defcap GOV () true))");

    List<ChainReport> reports = deploy();

    assertThat(reports)
        .filteredOn(r -> r.outcome() == Outcome.DONE)
        .extracting(ChainReport::chain)
        .containsExactly(chain(1));
    assertThat(DeployingNodes.json(nodes.sent.get(0)).at("/payload/exec/data/upgrade").asBoolean())
        .isTrue();
  }

  @Test
  void deploy_oneChainRefusesAndOneFails_reportsBothAndDoesTheThird() {
    nodes.refusals.put(chain(0), "Insufficient funds");
    nodes.failures.put(chain(2), "Keyset failure (keys-all)");

    List<ChainReport> reports = deploy();

    assertThat(reports)
        .filteredOn(ChainReport::isGood)
        .extracting(ChainReport::chain)
        .containsExactly(chain(1));
    assertThat(reports)
        .filteredOn(r -> !r.isGood())
        .extracting(ChainReport::detail)
        .containsExactlyInAnyOrder("Insufficient funds", "Keyset failure (keys-all)");
  }

  @Test
  void deploy_nodeForgetsATransaction_sendsTheSameBytesAgain() {
    nodes.forgetful.add(chain(1));

    assertThat(deploy()).extracting(ChainReport::outcome).containsOnly(Outcome.DONE);
    assertThat(nodes.sent).hasSize(4);
    assertThat(nodes.sent.stream().distinct()).hasSize(3);
  }

  @Test
  void runUnless_questionHasAnAnswer_runsNothing() {
    nodes.modules.put(chain(0), "any");

    List<ChainReport> reports =
        deployment.runUnless(
            "(free.sample.one)", CODE, JsonNodeFactory.instance.objectNode(), report -> {});

    assertThat(reports)
        .filteredOn(r -> r.outcome() == Outcome.ALREADY)
        .extracting(ChainReport::chain)
        .containsExactly(chain(0));
    assertThat(nodes.sent).hasSize(2);
  }
}
