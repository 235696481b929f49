package dev.cairn.devnet.fault;

import dev.cairn.devnet.json.JsonText;
import java.util.regex.Pattern;

/**
 * A fault and the requests that it meets.
 *
 * @param path found anywhere in the path of a request
 * @param when before the request is done, or after it
 * @param times how many requests it meets before it is gone
 */
public record FaultRule(int id, Fault fault, Pattern path, When when, int times) {

  /** Two ways to fail: nothing was done, or it was done and nobody hears so. */
  public enum When {
    BEFORE,
    AFTER
  }

  public FaultRule {
    if (times < 1) {
      throw new IllegalArgumentException("A fault meets one request or more.");
    }
  }

  boolean meets(String requestPath) {
    return path.matcher(requestPath).find();
  }

  FaultRule once() {
    return new FaultRule(id, fault, path, when, times - 1);
  }

  /** The rule as the control port shows it. */
  String json() {
    return "{\"id\":"
        + id
        + ",\"fault\":"
        + JsonText.quote(fault.name())
        + ",\"path\":"
        + JsonText.quote(path.pattern())
        + ",\"when\":\""
        + (when == When.BEFORE ? "before" : "after")
        + "\",\"times\":"
        + times
        + "}";
  }
}
