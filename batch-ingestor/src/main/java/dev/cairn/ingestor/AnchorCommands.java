package dev.cairn.ingestor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.CommandBuilder;
import dev.cairn.chainweb.pact.CommandSigner;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.PublicMeta;
import dev.cairn.chainweb.pact.SignerCapability;
import dev.cairn.evidence.batch.BatchTree;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes the transactions that record batches: {@code record-batches} of anchor.pact, signed for
 * nothing but its gas and its submitter.
 */
final class AnchorCommands {

  /**
   * Commands are dated back, because nodes refuse those from the future of their clock (10 s) or of
   * the parent block (95 s; chainweb.md §7.2).
   */
  static final Duration BACKDATE = Duration.ofSeconds(15);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String network;
  private final IngestorSettings settings;
  private final CommandSigner signer;
  private final RandomGenerator random;

  AnchorCommands(
      String network, IngestorSettings settings, CommandSigner signer, RandomGenerator random) {
    this.network = network;
    this.settings = settings;
    this.signer = signer;
    this.random = random;
  }

  /** A signed transaction, different from every other one, for batches of one chain. */
  Submission prepare(ChainId chain, List<PendingBatch> batches, Instant now) {
    Instant created = now.minus(BACKDATE).truncatedTo(ChronoUnit.SECONDS);
    PactCommand command =
        CommandBuilder.exec(network, code(), data(batches), meta(chain, batches.size(), created))
            .nonce("cairn " + HexFormat.of().toHexDigits(random.nextLong()))
            .signer(signer, SignerCapability.of("coin.GAS"), submit())
            .sign();
    long expires = created.plus(settings.timeToLive()).getEpochSecond();
    return new Submission(chain, command, batches, expires, 1, Optional.empty());
  }

  private String code() {
    return "(%s.record-batches (read-string \"submitter\") (read-msg \"batches\"))"
        .formatted(settings.module());
  }

  private SignerCapability submit() {
    return SignerCapability.of(
        settings.module() + ".SUBMIT", TextNode.valueOf(settings.submitter()));
  }

  private ObjectNode data(List<PendingBatch> batches) {
    ObjectNode data = JSON.objectNode().put("submitter", settings.submitter());
    ArrayNode claims = data.putArray("batches");
    for (PendingBatch batch : batches) {
      ObjectNode claim = claims.addObject();
      claim.put("batch-id", batch.id().toString()).put("root", batch.root().toString());
      claim.putObject("tree-size").put("int", batch.treeSize());
      claim.put("algorithm", BatchTree.ALGORITHM);
    }
    return data;
  }

  private PublicMeta meta(ChainId chain, int batches, Instant created) {
    return new PublicMeta(
        chain,
        settings.account(),
        settings.gas().limitFor(batches),
        settings.gas().price(),
        settings.timeToLive(),
        created);
  }
}
