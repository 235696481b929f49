package dev.cairn.chainweb.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Blake2b256;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.JsonFields;
import dev.cairn.chainweb.StrictJson;
import java.util.ArrayList;
import java.util.List;

/**
 * A signed command (reference §7.1).
 *
 * @param cmd the command text, byte for byte as signed
 * @param hash the hash that the command claims; also its request key
 * @param sigs one per signer, in their order; text as received
 */
public record PactCommand(Bytes cmd, Hash hash, List<String> sigs) {

  public PactCommand {
    sigs = List.copyOf(sigs);
  }

  /** A command with the hash that its text has. */
  public static PactCommand of(Bytes cmd, List<String> sigs) {
    return new PactCommand(cmd, hashOf(cmd), sigs);
  }

  /** blake2b-256(cmd) (reference §7.1). */
  public static Hash hashOf(Bytes cmd) {
    return Blake2b256.hash(cmd.bytes());
  }

  public static PactCommand fromJson(byte[] json) {
    return fromJson(StrictJson.parse(json, "command"));
  }

  /** Reads the members {@code cmd}, {@code hash} and {@code sigs}; others are ignored. */
  public static PactCommand fromJson(JsonNode object) {
    JsonFields fields = JsonFields.of(object, "command");
    List<String> sigs = new ArrayList<>();
    fields.array("sigs").forEach(sig -> sigs.add(JsonFields.of(sig, "signature").text("sig")));
    return new PactCommand(Bytes.utf8(fields.text("cmd")), fields.hash("hash"), sigs);
  }

  /** Members in the order in which blocks hold them: hash, sigs, cmd. */
  public ObjectNode toJsonObject() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("hash", hash.toString());
    ArrayNode signatures = object.putArray("sigs");
    sigs.forEach(sig -> signatures.addObject().put("sig", sig));
    return object.put("cmd", cmd.text());
  }

  /** The JSON object without blanks, as it stands in a block. */
  public String toJson() {
    return StrictJson.write(toJsonObject());
  }

  public RequestKey requestKey() {
    return new RequestKey(hash);
  }

  /** Parses the command text. */
  public CommandText parsed() {
    return CommandText.parse(cmd);
  }

  /**
   * Whether the hash is that of the text. Blocks of mainnet01 below 2349800 fail this: nodes stored
   * another text than was signed (reference §8, 16).
   */
  public boolean hasValidHash() {
    return hashOf(cmd).equals(hash);
  }

  /** Checks every signature over the hash, and that each signer has one. */
  public void checkSignatures(Ed25519Check ed25519) {
    CommandSignatures.check(parsed().signers(), hash, sigs, ed25519);
  }
}
