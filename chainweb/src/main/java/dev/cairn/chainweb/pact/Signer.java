package dev.cairn.chainweb.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.JsonFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One signer of a command and what the signature is good for (reference §7.1).
 *
 * @param publicKey lower-case hex
 * @param scheme {@code ED25519} (the default), or {@code WebAuthn}
 * @param capabilities that this signature is limited to; empty means unscoped
 */
public record Signer(
    String publicKey, @Nullable String scheme, List<SignerCapability> capabilities) {

  public Signer {
    capabilities = List.copyOf(capabilities);
  }

  public static Signer ed25519(String publicKeyHex, List<SignerCapability> capabilities) {
    return new Signer(publicKeyHex, null, capabilities);
  }

  static Signer fromJson(JsonNode object) {
    JsonFields fields = JsonFields.of(object, "signer");
    List<SignerCapability> capabilities = new ArrayList<>();
    if (fields.has("clist")) {
      fields.array("clist").forEach(cap -> capabilities.add(SignerCapability.fromJson(cap)));
    }
    String scheme = fields.has("scheme") ? fields.text("scheme") : null;
    return new Signer(fields.text("pubKey"), scheme, capabilities);
  }

  ObjectNode toJson() {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("pubKey", publicKey);
    if (scheme != null) {
      object.put("scheme", scheme);
    }
    if (!capabilities.isEmpty()) {
      ArrayNode list = object.putArray("clist");
      capabilities.forEach(capability -> list.add(capability.toJson()));
    }
    return object;
  }

  boolean isEd25519() {
    return scheme == null || scheme.equals("ED25519");
  }
}
