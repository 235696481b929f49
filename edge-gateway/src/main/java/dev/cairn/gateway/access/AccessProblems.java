package dev.cairn.gateway.access;

import dev.cairn.http.ProblemType;
import java.util.List;

/** The ways in which well-formed events are not taken. */
public final class AccessProblems {
  public static final ProblemType RATE_LIMITED =
      new ProblemType("rate-limited", 429, "The API key sends more than its rate");
  public static final ProblemType SIGNER_RATE_LIMITED =
      new ProblemType("signer-rate-limited", 429, "The signer sends more than its rate");
  public static final ProblemType QUOTA_EXCEEDED =
      new ProblemType("quota-exceeded", 429, "The tenant's quota is used up");
  public static final ProblemType OUTSIDE_WINDOW =
      new ProblemType("outside-time-window", 400, "The event's iat is too old or in the future");
  public static final ProblemType REVOKED_KEY =
      new ProblemType("revoked-key", 403, "The device had no valid key at the event's iat");
  public static final ProblemType UNREGISTERED_SIGNER =
      new ProblemType("unregistered-signer", 403, "The tenant takes registered devices only");
  public static final ProblemType WRONG_DEVICE =
      new ProblemType("wrong-device", 403, "The client certificate belongs to another device");
  public static final ProblemType NOT_THE_GATEWAY =
      new ProblemType("not-the-gateway", 403, "Only the gateway signs events by the gateway");

  private AccessProblems() {}

  /** For the description of the endpoint that takes events. */
  public static List<ProblemType> all() {
    return List.of(
        RATE_LIMITED,
        SIGNER_RATE_LIMITED,
        QUOTA_EXCEEDED,
        OUTSIDE_WINDOW,
        REVOKED_KEY,
        UNREGISTERED_SIGNER,
        WRONG_DEVICE,
        NOT_THE_GATEWAY);
  }
}
