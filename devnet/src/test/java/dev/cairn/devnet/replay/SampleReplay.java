package dev.cairn.devnet.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.devnet.replay.NodeUnderTest.Reply;
import dev.cairn.devnet.replay.Verdict.Kind;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks what the recorded samples ask, with the hashes of our chain, and compares the answers. */
final class SampleReplay {

  /** Why a sample cannot be asked, by its name. */
  private static final Map<String, String> NOT_COMPARABLE =
      Map.of(
          "poll right after send (pending)",
          "here a block is made at once; BadDayTest holds a chain and sees the same text",
          "spv too early",
          "here the transaction is mined by now; the same text is compared for an unknown key");

  /** Values that tell of the chain's past, by the sample's name. */
  private static final Map<String, String> OWN_VALUES =
      Map.of(
          "local unsigned, no signers", "\\.result\\.data",
          "local unsigned, no verification", "\\.result\\.data",
          "info", "\\.nodeBlockDelay");

  /** The same, where our contracts are loaded. */
  private static final Map<String, String> OWN_CONTRACT_VALUES =
      Map.of("local describe coin", "\\.result\\.data");

  /** Chain and target in front of a header that needs a nonce. */
  private static final int WORK_PREFIX = 36;

  private final NodeUnderTest node;
  private final Translation translation;
  private final Comparison comparison;
  private byte[] work = new byte[0]; // the newest

  SampleReplay(NodeUnderTest node, Translation translation, Comparison comparison) {
    this.node = node;
    this.translation = translation;
    this.comparison = comparison;
  }

  /** The samples of a file, in their order. */
  List<Verdict> play(String file) {
    List<Verdict> verdicts = new ArrayList<>();
    Recording.samples(file).map(this::play).forEach(verdicts::add);
    return verdicts;
  }

  private Verdict play(Recording sample) {
    Optional<String> reason = notComparable(sample);
    if (reason.isPresent()) {
      return new Verdict(sample.file(), sample.name(), Kind.NOT_COMPARABLE, reason.get());
    }
    Reply reply = ask(sample);
    if (sample.isBinary()) {
      return binary(sample, reply);
    }
    if (sample.file().equals("spv") && sample.status() == 200) {
      return proof(sample, reply);
    }
    return comparison.compare(
        sample.file(),
        sample.name(),
        sample.status(),
        sample.contentType(),
        sample.answer(),
        reply,
        ownValues(sample));
  }

  private static Optional<String> notComparable(Recording sample) {
    return sample.name().startsWith("p2p ")
        ? Optional.of("the P2P API, which a service API does not have")
        : Optional.ofNullable(NOT_COMPARABLE.get(sample.name()));
  }

  private String ownValues(Recording sample) {
    String own = OWN_VALUES.get(sample.name());
    if (own == null && comparison.ownContracts()) {
      own = OWN_CONTRACT_VALUES.get(sample.name());
    }
    return own == null ? "" : own;
  }

  private Reply ask(Recording sample) {
    List<String> headers = new ArrayList<>();
    sample
        .headers()
        .properties()
        .forEach(field -> headers.addAll(List.of(field.getKey(), text(field.getValue()))));
    boolean post = sample.method().equals("POST");
    if (post && !sample.headers().has("content-type")) {
      headers.addAll(List.of("Content-Type", "application/json"));
    }
    if (sample.json().get("request").has("bodyBase64")) {
      return node.ask(
          sample.path(),
          request -> request.POST(BodyPublishers.ofByteArray(solved(sample))),
          "Content-Type",
          "application/octet-stream");
    }
    String body = translation.apply(sample.body());
    Reply reply =
        node.ask(
            translation.apply(sample.path()),
            request ->
                request.method(
                    sample.method(),
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)),
            headers.toArray(String[]::new));
    if (sample.path().contains("/mining/work")) {
      work = reply.body();
    }
    return reply;
  }

  // The recorded answer to recorded work becomes ours to ours: all but chain and target.
  private byte[] solved(Recording sample) {
    return sample.name().contains("too short")
        ? Base64.getDecoder().decode(sample.json().at("/request/bodyBase64").textValue())
        : Arrays.copyOfRange(work, WORK_PREFIX, work.length);
  }

  private static String text(JsonNode value) {
    return value.textValue();
  }

  // The bytes are those of another block; their length and form are the decoder's matter.
  private static Verdict binary(Recording sample, Reply reply) {
    int size = Base64.getDecoder().decode(sample.json().at("/response/bodyBase64").asText()).length;
    boolean same =
        reply.status() == sample.status()
            && reply.contentType().equals(sample.contentType())
            && (reply.body().length == size || sample.file().equals("queries"));
    String found = reply.status() + ", " + reply.contentType() + ", " + reply.body().length;
    return new Verdict(
        sample.file(), sample.name(), same ? Kind.SAME_SHAPE : Kind.DIFFERENT, found + " bytes");
  }

  // A proof of our chain: the same members, the same transaction output, a root that we know.
  private Verdict proof(Recording sample, Reply reply) {
    if (reply.status() != 200 || !reply.contentType().equals(sample.contentType())) {
      return new Verdict(sample.file(), sample.name(), Kind.DIFFERENT, reply.text());
    }
    String recorded = Proofs.unquoted(sample.answer());
    String ours = Proofs.unquoted(reply.text());
    List<String> wanted = names(Proofs.object(recorded));
    List<String> given = names(Proofs.object(ours));
    SpvProof proof = SpvProof.parseTransport(ours);
    String header =
        NodeUnderTest.BASE + "/chain/" + proof.chain() + "/header/" + proof.root().toString();
    boolean known = node.get(header).status() == 200;
    boolean same = wanted.equals(given) && known && outcome(recorded).equals(outcome(ours));
    String reason = same ? "root is known here" : wanted + " are " + given + ", root " + known;
    return new Verdict(
        sample.file(), sample.name(), same ? Kind.SAME_SHAPE : Kind.DIFFERENT, reason);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  // Status of the proven transaction; gas and logs belong to contracts and chain.
  private static String outcome(String transport) {
    byte[] subject = Base64Url.decode(Proofs.object(transport).at("/subject/input").textValue());
    String result = new String(subject, 2, subject.length - 2, StandardCharsets.UTF_8);
    return NodeUnderTest.parse(result).at("/result/status").asText();
  }
}
