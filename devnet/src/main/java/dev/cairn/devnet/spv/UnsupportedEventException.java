package dev.cairn.devnet.spv;

import com.fasterxml.jackson.databind.JsonNode;

/** A parameter of an event that an events log cannot hold; the message is a node's. */
public final class UnsupportedEventException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnsupportedEventException(JsonNode parameter) {
    super(text(parameter), null, false, false);
  }

  private static String text(JsonNode parameter) {
    JsonNode module = parameter.path("refName").path("name");
    return module.isTextual()
        ? "UnsupportedModRefWithSpec \"" + module.textValue() + "\""
        : "UnsupportedPactValueException (" + ShownValue.of(parameter) + ")";
  }
}
