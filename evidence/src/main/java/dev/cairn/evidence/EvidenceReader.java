package dev.cairn.evidence;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchRoot;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.batch.LeafIndex;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventParser;
import dev.cairn.evidence.event.EventRejected;
import dev.cairn.evidence.json.CanonicalReader;
import dev.cairn.evidence.json.HashArray;
import dev.cairn.evidence.json.MalformedJson;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.receipt.ReceiptJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads evidence in the spelling of {@link EvidenceWriter}: members in its order, none missing,
 * none more, white space only between tokens.
 */
final class EvidenceReader {
  /** Names and ids are shorter. */
  private static final int TEXT_CHARS = 64;

  /** A header with 16 adjacent parents is 786 bytes. */
  private static final int MAX_HEADER_CHARS = 1048;

  private static final EventParser EVENTS = new EventParser(Evidence.MAX_EVENT_BYTES);

  private final CanonicalReader json;

  private EvidenceReader(byte[] json) {
    this.json = new CanonicalReader(json);
  }

  static Evidence read(byte[] json) {
    if (json.length > Evidence.MAX_BYTES) {
      throw new MalformedEvidence(
          EvidencePart.FORMAT,
          "Evidence has at most %d bytes, not %d.".formatted(Evidence.MAX_BYTES, json.length));
    }
    return new EvidenceReader(json).read();
  }

  private Evidence read() {
    part(EvidencePart.FORMAT, this::version);
    Event event = part(EvidencePart.EVENT, this::event);
    Inclusion inclusion = part(EvidencePart.INCLUSION, this::inclusion);
    Anchor anchor = part(EvidencePart.TRANSACTION, this::anchor);
    Optional<Receipt> receipt = part(EvidencePart.RECEIPT, this::receipt);
    part(EvidencePart.FORMAT, this::end);
    return new Evidence(event, inclusion, anchor, receipt);
  }

  /** Bad JSON is the fault of the text, a bad value that of its part. */
  private static <T> T part(EvidencePart part, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (MalformedJson malformed) {
      throw new MalformedEvidence(EvidencePart.FORMAT, malformed.getMessage());
    } catch (EventRejected rejected) {
      throw new MalformedEvidence(part, rejected.reason().slug() + ": " + rejected.detail());
    } catch (IllegalArgumentException malformed) {
      throw new MalformedEvidence(part, String.valueOf(malformed.getMessage()));
    }
  }

  private boolean version() {
    json.expect('{');
    json.member("evidence");
    if (json.number(Integer.MAX_VALUE) != 1) {
      throw new MalformedException("This verifier reads version 1 of evidence.");
    }
    return true;
  }

  private Event event() {
    json.nextMember("event");
    return EVENTS.parse(json.text(Evidence.MAX_EVENT_BYTES).getBytes(StandardCharsets.US_ASCII));
  }

  private Inclusion inclusion() {
    json.nextMember("inclusion");
    json.expect('{');
    json.member("hash");
    requireAlgorithm(json.text(TEXT_CHARS));
    json.nextMember("batchId");
    BatchId batchId = BatchId.parse(json.text(TEXT_CHARS));
    json.nextMember("leafIndex");
    LeafIndex index = new LeafIndex(json.number(Integer.MAX_VALUE));
    json.nextMember("treeSize");
    int size = json.number(Integer.MAX_VALUE);
    json.nextMember("path");
    List<Hash> path = HashArray.read(json, Inclusion.MAX_PATH);
    json.nextMember("root");
    BatchRoot root = new BatchRoot(hash());
    json.expect('}');
    return new Inclusion(batchId, index, size, path, root);
  }

  private static void requireAlgorithm(String name) {
    if (!name.equals(BatchTree.ALGORITHM)) {
      throw new MalformedException("The hash is " + BatchTree.ALGORITHM + ", nothing else.");
    }
  }

  private Anchor anchor() {
    json.nextMember("anchor");
    json.expect('{');
    json.member("network");
    String network = json.text(Anchor.MAX_NETWORK_CHARS);
    json.nextMember("chainId");
    ChainId chainId = new ChainId(json.number(Integer.MAX_VALUE));
    json.nextMember("requestKey");
    RequestKey requestKey = new RequestKey(hash());
    json.nextMember("transactionIndex");
    int index = json.number(Integer.MAX_VALUE);
    json.nextMember("blockHeight");
    BlockHeight height = new BlockHeight(json.number(Long.MAX_VALUE));
    json.nextMember("blockHash");
    Hash blockHash = hash();
    json.nextMember("spv");
    SpvProof spv = SpvReader.read(json);
    json.nextMember("headers");
    List<BlockHeader> headers = part(EvidencePart.HEADERS, this::headers);
    json.expect('}');
    return new Anchor(network, chainId, requestKey, index, height, blockHash, spv, headers);
  }

  private Hash hash() {
    return Hash.parse(json.text(HashArray.HASH_CHARS));
  }

  private List<BlockHeader> headers() {
    List<BlockHeader> headers = new ArrayList<>();
    json.expect('[');
    while (!json.isNext(']')) {
      if (!headers.isEmpty()) {
        json.expect(',');
      }
      if (headers.size() == Anchor.MAX_HEADERS) {
        throw new MalformedException("There are more than %d.".formatted(Anchor.MAX_HEADERS));
      }
      headers.add(BlockHeader.decode(json.text(MAX_HEADER_CHARS)));
    }
    json.expect(']');
    return headers;
  }

  private Optional<Receipt> receipt() {
    if (json.isNext('}')) {
      return Optional.empty();
    }
    json.nextMember("receipt");
    return Optional.of(ReceiptJson.read(json));
  }

  private boolean end() {
    json.expect('}');
    json.end();
    return true;
  }
}
