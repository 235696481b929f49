package dev.cairn.devnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.pact.PactCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Commands for the anchor contract on one chain; sender00 governs and submits. */
record AnchorContract(TestCommands commands, int chain) {

  private static ObjectNode keyset() {
    ObjectNode keyset = JsonNodeFactory.instance.objectNode().put("pred", "keys-all");
    keyset.putArray("keys").add(TestKey.sender(0).publicKeyHex());
    return keyset;
  }

  PactCommand deploy() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("namespace", "free").put("upgrade", false).set("governance", keyset());
    return commands.execWithLimit(150_000, chain, source(), data);
  }

  private static String source() {
    String resource = "/dev/cairn/contracts/anchor.pact";
    try (InputStream code = AnchorContract.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(code).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PactCommand register() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("guard", keyset());
    return commands.exec(
        chain, "(free.cairn-anchor.register-submitter \"cairn\" (read-keyset \"guard\"))", data);
  }

  PactCommand record(String batchId) {
    JsonNode none = JsonNodeFactory.instance.objectNode();
    String code =
        "(free.cairn-anchor.record-batch \"cairn\" \"%s\" \"%s\" 3 \"SHA512t_256\")"
            .formatted(batchId, "A".repeat(43));
    return commands.exec(chain, code, none);
  }

  PactCommand read(String batchId) {
    return commands.exec(chain, "(free.cairn-anchor.get-batch \"" + batchId + "\")");
  }

  PactCommand hash() {
    return commands.exec(chain, "(at \"hash\" (describe-module \"free.cairn-anchor\"))");
  }
}
