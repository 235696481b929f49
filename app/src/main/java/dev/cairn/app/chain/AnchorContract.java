package dev.cairn.app.chain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.CommandBuilder;
import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.chainweb.pact.PublicMeta;
import dev.cairn.virtualchain.coordinator.ChainReport;
import dev.cairn.virtualchain.coordinator.ModuleDeployment;
import dev.cairn.virtualchain.coordinator.Payer;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The contract of {@code pact/contracts/anchor.pact} in a namespace of a network. */
public final class AnchorContract {

  /** Open to everybody on the public networks and on ours. */
  public static final String DEFAULT_NAMESPACE = "free";

  private static final String NAME = "cairn-anchor";
  private static final String SOURCE = "/dev/cairn/contracts/anchor.pact";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String namespace;

  public AnchorContract(String namespace) {
    if (!namespace.matches("[A-Za-z][A-Za-z0-9_-]{0,63}")) {
      throw new IllegalArgumentException(
          "A namespace is a letter, then letters, digits, _ or -, not \"" + namespace + "\".");
    }
    this.namespace = namespace;
  }

  /** The module's full name, {@code free.cairn-anchor}. */
  public String module() {
    return namespace + "." + NAME;
  }

  /** Puts the module on every chain that does not have it; the first signer governs it. */
  public List<ChainReport> deploy(
      ChainwebNodes nodes, Payer payer, Clock clock, Consumer<ChainReport> progress) {
    ObjectNode data = JSON.objectNode().put("namespace", namespace);
    data.set("governance", keyset(payer.signers().get(0).publicKeyHex()));
    return new ModuleDeployment(nodes, payer, clock).deploy(module(), source(), data, progress);
  }

  /** Admits the payer's first key as a submitter on every chain where it is not yet. */
  public List<ChainReport> admit(
      String submitter,
      ChainwebNodes nodes,
      Payer payer,
      Clock clock,
      Consumer<ChainReport> progress) {
    ObjectNode data = JSON.objectNode().put("submitter", submitter);
    data.set("guard", keyset(payer.signers().get(0).publicKeyHex()));
    return new ModuleDeployment(nodes, payer, clock)
        .runUnless(
            "(" + module() + ".get-submitter \"" + quotable(submitter) + "\")",
            "("
                + module()
                + ".register-submitter (read-string \"submitter\") (read-keyset \"guard\"))",
            data,
            progress);
  }

  /**
   * The hashes of the module on all chains; one, unless an upgrade is under way.
   *
   * @throws IllegalStateException if a chain does not have the module
   */
  public Set<String> hashes(ChainwebNodes nodes, Clock clock) {
    Set<String> hashes = new TreeSet<>();
    nodes.info().chains().forEach(chain -> hashes.add(hash(nodes, chain, clock)));
    return hashes;
  }

  private String hash(ChainwebNodes nodes, ChainId chain, Clock clock) {
    String question = "(at \"hash\" (describe-module \"" + module() + "\"))";
    PublicMeta meta =
        new PublicMeta(
            chain,
            "",
            Payer.GAS_LIMIT,
            Payer.GAS_PRICE,
            Payer.TIME_TO_LIVE,
            clock.instant().truncatedTo(ChronoUnit.SECONDS));
    CommandResult answer =
        nodes.local(chain, CommandBuilder.exec(nodes.network(), question, null, meta).sign());
    if (!answer.success()) {
      throw new IllegalStateException(
          "Chain %s of %s has no module %s; `cairn deploy` puts it there. (The node says: %s)"
              .formatted(chain, nodes.network(), module(), answer.data().path("message").asText()));
    }
    return answer.data().asText();
  }

  /** Keeps a name from closing the string literal it is put into. */
  private static String quotable(String name) {
    if (!name.matches("[A-Za-z0-9:._-]{1,256}")) {
      throw new IllegalArgumentException(
          "A submitter is named with letters, digits, and : . _ -, not \"" + name + "\".");
    }
    return name;
  }

  private static ObjectNode keyset(String publicKeyHex) {
    ObjectNode keyset = JSON.objectNode();
    keyset.putArray("keys").add(publicKeyHex);
    return keyset.put("pred", "keys-all");
  }

  private static String source() {
    try (InputStream in = AnchorContract.class.getResourceAsStream(SOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("The contract's source cannot be read.", broken);
    }
  }
}
