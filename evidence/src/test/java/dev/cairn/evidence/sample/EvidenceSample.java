package dev.cairn.evidence.sample;

import dev.cairn.chainweb.Blake2b256;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.payload.TransactionWithOutput;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.chainweb.spv.SpvProofs;
import dev.cairn.chainweb.spv.SpvSource;
import dev.cairn.evidence.Anchor;
import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.Inclusion;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.batch.LeafIndex;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventParser;
import dev.cairn.evidence.event.EventSigner;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.receipt.ReceiptIssuer;
import dev.cairn.evidence.receipt.ReceiptLeaf;
import dev.cairn.evidence.trust.PinnedBlock;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.trust.TrustedContract;
import dev.cairn.evidence.trust.TrustedNetwork;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Evidence of one event of a batch, with a trust file under which it is valid. The same on every
 * run: keys, ids and times are fixed.
 */
public final class EvidenceSample {
  public static final String NETWORK = "sample-net";
  public static final int VERSION_CODE = 0x0cA1;
  public static final ChainId CHAIN = new ChainId(7);
  public static final SigningKey SIGNER = key(1);
  public static final SigningKey GATEWAY = key(2);

  private static final int CONFIRMATIONS = 3;
  private static final int BLOCK_TRANSACTIONS = 6;
  private static final int TRANSACTION_INDEX = 3;
  private static final long TIME = 1_700_000_000;

  private final List<Event> events;
  private final BatchId batchId;
  private final BatchTree tree;
  private final List<Receipt> receipts;
  private final RequestKey requestKey;
  private final PayloadWithOutputs payload;
  private final List<BlockHeader> headers;
  private final SpvProof spv;

  private EvidenceSample(int batchSize, UnaryOperator<SampleOutput> change) {
    this.events = events(batchSize);
    this.batchId = BatchId.next(TIME * 1000, new Random(1));
    this.tree = BatchTree.of(events.stream().map(Event::id).toList());
    this.receipts = receipts(events, batchId);
    this.requestKey = new RequestKey(Blake2b256.hash("anchor".getBytes(StandardCharsets.US_ASCII)));
    SampleOutput output =
        change.apply(SampleOutput.success(requestKey.toString())).anchoring(batchId, tree);
    this.payload = payload(output);
    this.headers = headers(payload);
    this.spv = SpvProofs.proveOutput(sameBlock(), TRANSACTION_INDEX);
  }

  /** A batch of 1,000 events. */
  public static EvidenceSample usual() {
    return of(1000);
  }

  public static EvidenceSample of(int batchSize) {
    return new EvidenceSample(batchSize, output -> output);
  }

  /** The same with a change to the output before the batch's ANCHORED event joins it. */
  public static EvidenceSample of(int batchSize, UnaryOperator<SampleOutput> change) {
    return new EvidenceSample(batchSize, change);
  }

  /** The evidence of the event at that place of the batch. */
  public Evidence evidence(int index) {
    return new Evidence(
        events.get(index),
        Inclusion.of(batchId, tree, new LeafIndex(index)),
        anchor(),
        Optional.of(receipts.get(index)));
  }

  public Anchor anchor() {
    return new Anchor(
        NETWORK,
        CHAIN,
        requestKey,
        TRANSACTION_INDEX,
        headers.get(0).height(),
        headers.get(0).hash(),
        spv,
        headers);
  }

  /** Trusts the network, with proof of work, contract, block, gateway and signer of the sample. */
  public TrustFile trust() {
    TrustedContract contract =
        new TrustedContract(
            SampleOutput.MODULE,
            Set.of(SampleOutput.MODULE_HASH),
            Optional.of(Set.of(SampleOutput.SUBMITTER)));
    TrustedNetwork network =
        new TrustedNetwork(
            VERSION_CODE,
            true,
            CONFIRMATIONS,
            List.of(contract),
            Set.of(PinnedBlock.of(headers.get(0))));
    return new TrustFile(
        Map.of(NETWORK, network),
        Set.of(GATEWAY.didKey()),
        Optional.of(Set.of(events.get(0).signer())));
  }

  public BatchId batchId() {
    return batchId;
  }

  public BatchTree tree() {
    return tree;
  }

  public List<Event> events() {
    return events;
  }

  public PayloadWithOutputs payload() {
    return payload;
  }

  private SpvSource sameBlock() {
    return SpvSource.sameBlock(payload, headers.get(0));
  }

  private static List<Event> events(int count) {
    EventParser parser = new EventParser();
    List<Event> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] payload =
          "{\"place\":\"12km NW of The Geysers, CA\",\"mag\":1.27,\"time\":%d,\"felt\":null}"
              .formatted(TIME * 1000 + i)
              .getBytes(StandardCharsets.UTF_8);
      EventDraft draft =
          EventDraft.of(payload, "nc7296%05d".formatted(i), TIME + i)
              .withContentType("application/json");
      events.add(parser.parse(EventSigner.sign(SIGNER, draft)));
    }
    return events;
  }

  private static List<Receipt> receipts(List<Event> events, BatchId batchId) {
    List<ReceiptLeaf> leaves =
        events.stream().map(event -> new ReceiptLeaf(event.id(), batchId)).toList();
    return new ReceiptIssuer(GATEWAY).issue(leaves, TIME + 60, TIME + 660);
  }

  private static PayloadWithOutputs payload(SampleOutput output) {
    List<TransactionWithOutput> transactions = new ArrayList<>();
    for (int i = 0; i < BLOCK_TRANSACTIONS; i++) {
      String json =
          i == TRANSACTION_INDEX ? output.toJson() : SampleOutput.success("other" + i).toJson();
      transactions.add(
          new TransactionWithOutput(Bytes.utf8("{\"cmd\":" + i + "}"), Bytes.utf8(json)));
    }
    return PayloadWithOutputs.of(
        Bytes.utf8("{\"account\":\"NoMiner\"}"), Bytes.utf8("{\"gas\":0}"), transactions);
  }

  private static List<BlockHeader> headers(PayloadWithOutputs payload) {
    SampleWeb web = new SampleWeb(NETWORK, VERSION_CODE, CHAIN);
    web.grow();
    web.grow(payload);
    for (int i = 0; i < CONFIRMATIONS; i++) {
      web.grow();
    }
    return web.branch().subList(1, 2 + CONFIRMATIONS);
  }

  private static SigningKey key(int number) {
    byte[] seed = new byte[32];
    seed[0] = (byte) number;
    return SigningKey.fromEd25519Seed(seed);
  }
}
