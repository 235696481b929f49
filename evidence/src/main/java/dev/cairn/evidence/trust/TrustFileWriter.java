package dev.cairn.evidence.trust;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;

/** Writes trust files, in a stable order, for people to read. */
final class TrustFileWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final Comparator<PinnedBlock> BLOCK_ORDER =
      Comparator.comparing(PinnedBlock::chainId)
          .thenComparing(PinnedBlock::height)
          .thenComparing(PinnedBlock::hash);

  private TrustFileWriter() {}

  static String write(TrustFile trust) {
    ObjectNode file = NODES.objectNode().put("trust", 1);
    ObjectNode networks = file.putObject("networks");
    new TreeMap<>(trust.networks()).forEach((name, value) -> networks.set(name, network(value)));
    file.set("gatewayKeys", texts(trust.gatewayKeys()));
    trust.signers().ifPresent(signers -> file.set("signers", texts(signers)));
    return file.toPrettyString() + "\n";
  }

  private static ObjectNode network(TrustedNetwork network) {
    ObjectNode object = NODES.objectNode();
    object.put("versionCode", network.versionCode());
    object.put("proofOfWork", network.proofOfWorkRequired() ? "required" : "off");
    object.put("confirmations", network.confirmations());
    ArrayNode contracts = object.putArray("contracts");
    network.contracts().forEach(contract -> contracts.add(contract(contract)));
    ArrayNode blocks = object.putArray("blocks");
    network.blocks().stream().sorted(BLOCK_ORDER).forEach(block -> blocks.add(block(block)));
    return object;
  }

  private static ObjectNode contract(TrustedContract contract) {
    ObjectNode object = NODES.objectNode().put("module", contract.module());
    object.set("moduleHashes", texts(contract.moduleHashes()));
    contract.submitters().ifPresent(names -> object.set("submitters", texts(names)));
    return object;
  }

  private static ObjectNode block(PinnedBlock block) {
    return NODES
        .objectNode()
        .put("chainId", block.chainId().value())
        .put("height", block.height().value())
        .put("hash", block.hash().toString());
  }

  private static ArrayNode texts(Collection<?> values) {
    ArrayNode array = NODES.arrayNode();
    values.stream().map(Object::toString).sorted().forEach(array::add);
    return array;
  }
}
