package dev.cairn.devnet.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.replay.NodeUnderTest.Reply;
import dev.cairn.devnet.replay.Verdict.Kind;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Our blocks at the places of the recorded ones, in every form in which a node gives them. */
final class BlockReplay {

  private static final String FILE = "blocks";
  private static final String OBJECTS = "application/json;blockheader-encoding=object";
  private static final String OCTETS = "application/octet-stream";

  private final NodeUnderTest node;
  private final Translation translation;
  private final Comparison comparison;
  private final List<Verdict> verdicts = new ArrayList<>();

  BlockReplay(NodeUnderTest node, Translation translation, Comparison comparison) {
    this.node = node;
    this.translation = translation;
    this.comparison = comparison;
  }

  /** Learns what the recorded headers and payloads are called here. */
  void learn() {
    for (JsonNode chain : Recording.file("headers-web").get("chains")) {
      int number = chain.get("chain").intValue();
      JsonNode ours = headers(number, chain.get("headers").size());
      for (int height = 0; height < chain.get("headers").size(); height++) {
        learn(
            BlockHeader.decode(chain.get("headers").get(height).textValue()),
            BlockHeader.decode(ours.get(height).textValue()));
      }
    }
  }

  private JsonNode headers(int chain, int count) {
    String path = NodeUnderTest.BASE + "/chain/" + chain + "/header?limit=" + count;
    return node.get(path).json().get("items");
  }

  private void learn(BlockHeader recorded, BlockHeader here) {
    translation.put(recorded.hash().toString(), here.hash().toString());
    translation.put(recorded.payloadHash().toString(), here.payloadHash().toString());
  }

  List<Verdict> play() {
    for (JsonNode block : Recording.file(FILE).get("blocks")) {
      play(block);
    }
    genesis();
    pages();
    return verdicts;
  }

  private void play(JsonNode block) {
    String chain = NodeUnderTest.BASE + "/chain/" + block.get("chain");
    String hash = translation.apply(block.get("hash").textValue());
    String header = chain + "/header/" + hash;
    JsonNode object = NodeUnderTest.parse(block.get("headerObjectText").textValue());
    String payload = chain + "/payload/" + translation.apply(object.get("payloadHash").textValue());
    String name = "chain " + block.get("chain") + " height " + block.get("height");
    string(name + " header", block.get("headerJson").textValue(), node.get(header));
    json(
        name + " header object",
        block.get("headerObjectText").textValue(),
        node.get(header, "Accept", OBJECTS));
    bytes(
        name + " header bytes",
        Base64.getDecoder().decode(block.get("headerBinaryBase64").textValue()),
        node.get(header, "Accept", OCTETS));
    json(name + " payload", block.get("payloadText").textValue(), node.get(payload));
    json(
        name + " payload with outputs",
        block.get("payloadWithOutputsText").textValue(),
        node.get(payload + "/outputs"));
  }

  private void json(String name, String recorded, Reply reply) {
    verdicts.add(comparison.compare(FILE, name, 200, "", recorded, reply));
  }

  // The binary form of another block is as long, and a header.
  private void string(String name, String recorded, Reply reply) {
    String text = reply.text();
    boolean same =
        reply.status() == 200
            && text.length() == recorded.length() + 2
            && BlockHeader.decode(text.substring(1, text.length() - 1)).hasValidHash();
    verdicts.add(new Verdict(FILE, name, same ? Kind.SAME_SHAPE : Kind.DIFFERENT, ""));
  }

  private void bytes(String name, byte[] recorded, Reply reply) {
    boolean same =
        reply.status() == 200
            && reply.body().length == recorded.length
            && BlockHeader.decode(reply.body()).hasValidHash();
    verdicts.add(new Verdict(FILE, name, same ? Kind.SAME_SHAPE : Kind.DIFFERENT, ""));
  }

  private void genesis() {
    for (JsonNode chain : Recording.file("genesis").get("chains")) {
      String path = NodeUnderTest.BASE + "/chain/" + chain.get("chain") + "/header?limit=1";
      Reply reply = node.get(path, "Accept", OBJECTS);
      String recorded = "{\"limit\":1,\"items\":[" + chain.get("object") + "],\"next\":\"\"}";
      verdicts.add(
          comparison.compare(
              "genesis", "chain " + chain.get("chain"), 200, OBJECTS, recorded, reply));
    }
  }

  private void pages() {
    for (JsonNode chain : Recording.file("headers-web").get("chains")) {
      JsonNode ours = headers(chain.get("chain").intValue(), chain.get("headers").size());
      boolean same = ours.size() == chain.get("headers").size();
      verdicts.add(
          new Verdict(
              "headers-web",
              "chain " + chain.get("chain"),
              same ? Kind.SAME_SHAPE : Kind.DIFFERENT,
              ours.size() + " headers"));
    }
  }
}
