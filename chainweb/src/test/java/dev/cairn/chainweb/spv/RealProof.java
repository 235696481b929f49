package dev.cairn.chainweb.spv;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.Vectors;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.HeaderSet;
import dev.cairn.chainweb.merkle.MerkleItem.Input;
import dev.cairn.chainweb.merkle.MerkleTag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A proof of the vectors, and what a verifier of it trusts: the chain of each trusted hash. */
record RealProof(
    String name, String json, SpvProof proof, Function<Hash, Optional<ChainId>> trusted) {

  RealProof(String name, String json, Function<Hash, Optional<ChainId>> trusted) {
    this(name, json, SpvProof.parse(json), trusted);
  }

  /** Sixteen proofs of a 2.32 node. */
  static List<RealProof> ofNode() {
    HeaderSet headers = HeaderSet.development();
    return nodeSamples()
        .map(sample -> new RealProof(sample.get("name").textValue(), nodeJson(sample), in(headers)))
        .toList();
  }

  static Stream<JsonNode> nodeSamples() {
    return Vectors.items(Vectors.read("node-capture/spv.json").get("samples"))
        .filter(sample -> sample.get("response").get("status").intValue() == 200);
  }

  /** One proof of a mainnet01 node of 2021. */
  static RealProof embedded() {
    JsonNode proof = Vectors.read("spv-mainnet01-embedded.json").get("proofs").get(0);
    return new RealProof(
        "embedded", decoded(proof.get("proofBase64Url").textValue()), in(HeaderSet.mainnet()));
  }

  /** Two proofs of testnet04 nodes, of which only the root is known. */
  static List<RealProof> ofOldNodes() {
    return Vectors.items(Vectors.read("spv-node-proofs.json").get("proofs"))
        .map(
            proof -> {
              Hash root = Hash.parse(proof.get("root").textValue());
              ChainId chain = new ChainId(proof.get("proof").get("chain").intValue());
              return new RealProof(
                  proof.get("source").textValue(),
                  decoded(proof.get("proofBase64Url").textValue()),
                  hash -> hash.equals(root) ? Optional.of(chain) : Optional.empty());
            })
        .toList();
  }

  /** Thirty-three proofs of both kinds built elsewhere over real headers. */
  static List<RealProof> built() {
    HeaderSet headers = HeaderSet.mainnet();
    return Vectors.items(Vectors.read("spv-built-on-mainnet01.json").get("proofs"))
        .map(proof -> new RealProof(name(proof), proof.get("proof").toString(), in(headers)))
        .toList();
  }

  static List<RealProof> all() {
    return Stream.of(ofNode(), List.of(embedded()), ofOldNodes(), built())
        .flatMap(List::stream)
        .toList();
  }

  boolean isOutput() {
    return ((Input) proof.subject()).hasTag(MerkleTag.TRANSACTION_OUTPUT);
  }

  /** Checks a proof in place of this one as a verifier does, up to the trusted header. */
  boolean accepts(SpvProof other) {
    return isOutput()
        ? isTrusted(SpvChecker.checkOutput(other).root(), other.chain())
        : isTrusted(SpvChecker.checkTransaction(other).root(), other.chain());
  }

  private boolean isTrusted(Hash root, ChainId target) {
    return trusted.apply(root).equals(Optional.of(target));
  }

  @Override
  public String toString() {
    return name;
  }

  /** The text of the answer, without its JSON quotes. */
  static String nodeTransport(JsonNode sample) {
    return sample.get("response").get("bodyText").textValue().replace("\"", "");
  }

  private static String nodeJson(JsonNode sample) {
    return decoded(nodeTransport(sample));
  }

  private static String decoded(String base64Url) {
    return new String(Base64Url.decodeLenient(base64Url), StandardCharsets.UTF_8);
  }

  private static Function<Hash, Optional<ChainId>> in(HeaderSet headers) {
    return hash -> headers.find(hash).map(BlockHeader::chainId);
  }

  private static String name(JsonNode proof) {
    return "%s %s@%s to %s at %s"
        .formatted(
            proof.get("type").textValue(),
            proof.get("sourceChain"),
            proof.get("sourceHeight"),
            proof.get("targetChain"),
            proof.get("rootHeight"));
  }
}
