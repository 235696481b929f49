package dev.cairn.evidence;

import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.json.HashArray;
import dev.cairn.evidence.receipt.ReceiptJson;
import java.util.List;

/** Writes evidence; {@link EvidenceReader} accepts this spelling and no other. */
final class EvidenceWriter {
  private static final int USUAL_CHARS = 8 * 1024;

  private EvidenceWriter() {}

  static String write(Evidence evidence) {
    StringBuilder json = new StringBuilder(USUAL_CHARS);
    json.append("{\"evidence\":1,\"event\":\"").append(evidence.event().compact());
    json.append("\",\"inclusion\":");
    inclusion(json, evidence.inclusion());
    json.append(",\"anchor\":");
    anchor(json, evidence.anchor());
    evidence
        .receipt()
        .ifPresent(receipt -> json.append(",\"receipt\":").append(ReceiptJson.write(receipt)));
    return json.append('}').toString();
  }

  private static void inclusion(StringBuilder json, Inclusion inclusion) {
    json.append("{\"hash\":\"").append(BatchTree.ALGORITHM);
    json.append("\",\"batchId\":\"").append(inclusion.batchId());
    json.append("\",\"leafIndex\":").append(inclusion.leafIndex());
    json.append(",\"treeSize\":").append(inclusion.treeSize());
    json.append(",\"path\":");
    HashArray.write(json, inclusion.path());
    json.append(",\"root\":\"").append(inclusion.root()).append("\"}");
  }

  private static void anchor(StringBuilder json, Anchor anchor) {
    json.append("{\"network\":\"").append(anchor.network());
    json.append("\",\"chainId\":").append(anchor.chainId());
    json.append(",\"requestKey\":\"").append(anchor.requestKey());
    json.append("\",\"transactionIndex\":").append(anchor.transactionIndex());
    json.append(",\"blockHeight\":").append(anchor.blockHeight());
    json.append(",\"blockHash\":\"").append(anchor.blockHash());
    json.append("\",\"spv\":");
    spv(json, anchor.spv());
    json.append(",\"headers\":");
    headers(json, anchor.headers());
    json.append('}');
  }

  private static void spv(StringBuilder json, SpvProof proof) {
    if (!(proof.subject() instanceof MerkleItem.Input input)) {
      throw new IllegalArgumentException("The subject of evidence is a transaction's output.");
    }
    json.append("{\"chain\":").append(proof.chain());
    json.append(",\"object\":\"").append(proof.object());
    json.append("\",\"subject\":{\"input\":\"").append(Base64Url.encode(input.bytes()));
    json.append("\"},\"algorithm\":\"").append(BatchTree.ALGORITHM).append("\"}");
  }

  private static void headers(StringBuilder json, List<BlockHeader> headers) {
    json.append('[');
    String separator = "";
    for (BlockHeader header : headers) {
      json.append(separator).append('"').append(header.toBase64Url()).append('"');
      separator = ",";
    }
    json.append(']');
  }
}
