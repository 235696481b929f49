package dev.cairn.devnet.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devnet.json.JsonShape;
import java.util.Optional;

/** What a transaction wants to run. */
public sealed interface Payload {

  /** The request data; a null node if there is none. */
  JsonNode data();

  /** Code. */
  record Exec(String code, JsonNode data) implements Payload {}

  /**
   * The next step of a defpact.
   *
   * @param pactId request key of the first step
   * @param proof transport text of the proof that another chain has made the step before
   */
  record Cont(String pactId, int step, boolean rollback, JsonNode data, Optional<String> proof)
      implements Payload {}

  /** Reads the member {@code payload} of a command. */
  static Payload read(JsonShape payload) {
    Optional<JsonShape> exec = payload.optional("exec");
    if (exec.isPresent()) {
      JsonShape members = exec.get();
      return new Exec(members.member("code").text(), members.member("data").node());
    }
    JsonShape cont = payload.optional("cont").orElseThrow(() -> unknown(payload));
    return new Cont(
        cont.member("pactId").text(),
        Math.toIntExact(cont.member("step").integer()),
        flag(cont.member("rollback")),
        cont.member("data").node(),
        proof(cont.member("proof")));
  }

  private static boolean flag(JsonShape rollback) {
    if (!rollback.node().isBoolean()) {
      throw rollback.problem("parsing Bool failed, expected Bool");
    }
    return rollback.node().booleanValue();
  }

  private static Optional<String> proof(JsonShape proof) {
    return proof.node().isNull() ? Optional.empty() : Optional.of(proof.text());
  }

  private static RuntimeException unknown(JsonShape payload) {
    return payload.problem("key \"cont\" not found");
  }
}
