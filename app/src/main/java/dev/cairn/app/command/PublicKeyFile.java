package dev.cairn.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.app.exit.Failure;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.crypto.PublicJwk;
import java.io.IOException;

/** A public key in a file: a JWK, or the public part of a private one as `cairn keygen` writes. */
final class PublicKeyFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PublicKeyFile() {}

  static DidKey didKey(String file) {
    try {
      JsonNode jwk = JSON.readTree(CommandFiles.read(file));
      if (jwk instanceof ObjectNode object) {
        object.remove("d");
      }
      return PublicJwk.parse(jwk);
    } catch (IOException | IllegalArgumentException wrong) {
      throw Failure.doNot(file + " holds no public key as JWK: " + wrong.getMessage(), wrong);
    }
  }
}
