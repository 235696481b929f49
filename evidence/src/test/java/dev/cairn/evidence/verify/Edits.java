package dev.cairn.evidence.verify;

import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.merkle.ProofStep;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.evidence.Anchor;
import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.Inclusion;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.sample.EvidenceSample;
import dev.cairn.evidence.trust.PinnedBlock;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.trust.TrustedContract;
import dev.cairn.evidence.trust.TrustedNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evidence and trust files with one part exchanged. */
final class Edits {
  private Edits() {}

  static Evidence with(Evidence evidence, Inclusion inclusion) {
    return new Evidence(evidence.event(), inclusion, evidence.anchor(), evidence.receipt());
  }

  static Evidence with(Evidence evidence, Anchor anchor) {
    return new Evidence(evidence.event(), evidence.inclusion(), anchor, evidence.receipt());
  }

  static Evidence with(Evidence evidence, Optional<Receipt> receipt) {
    return new Evidence(evidence.event(), evidence.inclusion(), evidence.anchor(), receipt);
  }

  static Evidence withHeaders(Evidence evidence, List<BlockHeader> headers) {
    Anchor a = evidence.anchor();
    BlockHeader block = headers.get(0);
    return with(
        evidence,
        new Anchor(
            a.network(),
            a.chainId(),
            a.requestKey(),
            a.transactionIndex(),
            block.height(),
            block.hash(),
            a.spv(),
            headers));
  }

  static Evidence withSteps(Evidence evidence, List<ProofStep> steps) {
    SpvProof spv = evidence.anchor().spv();
    InclusionProof object = new InclusionProof(spv.object().position(), steps);
    return withSpv(evidence, new SpvProof(spv.chain(), object, spv.subject()), 3);
  }

  static Evidence withSpv(Evidence evidence, SpvProof spv, int transactionIndex) {
    Anchor a = evidence.anchor();
    return with(
        evidence,
        new Anchor(
            a.network(),
            a.chainId(),
            a.requestKey(),
            transactionIndex,
            a.blockHeight(),
            a.blockHash(),
            spv,
            a.headers()));
  }

  static Evidence withNetwork(Evidence evidence, String network) {
    Anchor a = evidence.anchor();
    return with(
        evidence,
        new Anchor(
            network,
            a.chainId(),
            a.requestKey(),
            a.transactionIndex(),
            a.blockHeight(),
            a.blockHash(),
            a.spv(),
            a.headers()));
  }

  static TrustFile with(TrustFile trust, TrustedNetwork network) {
    return new TrustFile(
        Map.of(EvidenceSample.NETWORK, network), trust.gatewayKeys(), trust.signers());
  }

  static TrustFile withContract(TrustFile trust, TrustedContract contract) {
    TrustedNetwork n = network(trust);
    return with(
        trust,
        new TrustedNetwork(
            n.versionCode(),
            n.proofOfWorkRequired(),
            n.confirmations(),
            List.of(contract),
            n.blocks()));
  }

  static TrustFile withBlocks(TrustFile trust, Set<PinnedBlock> blocks) {
    TrustedNetwork n = network(trust);
    return with(
        trust,
        new TrustedNetwork(
            n.versionCode(), n.proofOfWorkRequired(), n.confirmations(), n.contracts(), blocks));
  }

  static TrustedNetwork network(TrustFile trust) {
    return trust.networks().get(EvidenceSample.NETWORK);
  }
}
