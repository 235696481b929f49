package dev.cairn.gateway.register;

import dev.cairn.http.ProblemType;
import java.util.List;

/** The ways in which the register refuses an act. */
public final class RegisterProblems {
  public static final ProblemType UNKNOWN_TENANT =
      new ProblemType("unknown-tenant", 404, "No tenant has this name");
  public static final ProblemType UNKNOWN_KEY =
      new ProblemType("unknown-api-key", 404, "No API key of the tenant has this id");
  public static final ProblemType UNKNOWN_DEVICE =
      new ProblemType("unknown-device", 404, "No device of the tenant has this id");
  public static final ProblemType ALREADY_THERE =
      new ProblemType("already-there", 409, "What should be made exists");
  public static final ProblemType NO_ROOM =
      new ProblemType("no-room", 409, "The register holds no more of these");

  private RegisterProblems() {}

  /** For the descriptions of endpoints. */
  public static List<ProblemType> all() {
    return List.of(
        ProblemType.INVALID_REQUEST,
        UNKNOWN_TENANT,
        UNKNOWN_KEY,
        UNKNOWN_DEVICE,
        ALREADY_THERE,
        NO_ROOM,
        ProblemType.UNAVAILABLE);
  }
}
