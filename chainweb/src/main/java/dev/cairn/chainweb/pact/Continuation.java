package dev.cairn.chainweb.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The next step of a pact (reference §5.5).
 *
 * @param pactId request key of the first step
 * @param proof base64url of the SPV proof when the step before ran on another chain
 */
public record Continuation(
    String pactId, int step, boolean rollback, @Nullable JsonNode data, @Nullable String proof) {

  ObjectNode toJson() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("proof", proof);
    object.set("data", CommandBuilder.orNull(data));
    return object.put("pactId", pactId).put("rollback", rollback).put("step", step);
  }
}
