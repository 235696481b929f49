package dev.cairn.devnet.transaction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Request data of the calls that the network itself makes. */
final class RequestData {

  private RequestData() {}

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** {@code {"decimal":"0.010"}}: every place counts. */
  static ObjectNode decimal(BigDecimal amount) {
    return empty().put("decimal", amount.toPlainString());
  }

  /** {@code {"int":1}}. */
  static ObjectNode integer(long value) {
    return empty().put("int", value);
  }
}
