package dev.cairn.proof.endpoint;

import static dev.cairn.http.Schema.Member.optional;
import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.http.Schema;
import dev.cairn.proof.life.AnchorStanding;
import dev.cairn.proof.life.AnchorStanding.Mining;
import dev.cairn.proof.life.AnchorStanding.Setback;
import dev.cairn.proof.life.AnchorStanding.Submission;
import dev.cairn.proof.life.BatchHead.Closing;
import dev.cairn.proof.life.BatchState;
import dev.cairn.proof.life.BatchView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A batch as JSON, and the schema of that. Members that are not known yet are left out. */
final class BatchJson {
  static final Schema SCHEMA =
      Schema.object(
          "A batch and how far it has come.",
          List.of(
              required("batchId", Schema.string("UUID of version 7")),
              required("state", Schema.oneOf("how far it has come", states())),
              required("tenant", Schema.string("whose batch it is")),
              required("chainId", Schema.integer("number of the chain that will carry the root")),
              optional("root", Schema.string("Merkle root, 32 bytes as base64url; once closed")),
              optional("hash", Schema.string("hash algorithm of the tree, SHA512t_256")),
              optional("treeSize", Schema.integer("number of leaves, which is that of events")),
              optional("anchorBy", Schema.string("RFC 3339; the earliest deadline promised")),
              required("times", Schema.anyObject("RFC 3339 time of each state reached, by name")),
              optional("transaction", transactionSchema()),
              optional("block", blockSchema()),
              optional("setbacks", setbackSchema())));

  private BatchJson() {}

  private static List<String> states() {
    return Stream.of(BatchState.values()).map(BatchState::text).toList();
  }

  private static Schema transactionSchema() {
    return Schema.object(
        "The transaction that carries the root.",
        List.of(
            required("requestKey", Schema.string("hash of the transaction, base64url")),
            optional("attempt", Schema.integer("how often it was sent, from 1"))));
  }

  private static Schema blockSchema() {
    return Schema.object(
        "The block that holds the transaction.",
        List.of(
            required("height", Schema.integer("height in its chain")),
            required("hash", Schema.string("hash of the block, base64url"))));
  }

  private static Schema setbackSchema() {
    return Schema.object(
        "How often the batch had to go back, such as after a reorganisation.",
        List.of(
            required("count", Schema.integer("times")),
            required("reason", Schema.string("of the last one")),
            required("at", Schema.string("RFC 3339, of the last one"))));
  }

  static ObjectNode of(BatchView view) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("batchId", view.head().id().toString())
            .put("state", view.state().text())
            .put("tenant", view.head().tenant())
            .put("chainId", view.head().chain().value());
    Closing closing = view.head().closing();
    if (closing != null) {
      json.put("root", closing.root().toString())
          .put("hash", BatchTree.ALGORITHM)
          .put("treeSize", closing.treeSize())
          .put("anchorBy", time(closing.anchorByMillis()));
    }
    json.set("times", times(view));
    addAnchor(json, view.standing());
    return json;
  }

  private static ObjectNode times(BatchView view) {
    ObjectNode times = JsonNodeFactory.instance.objectNode();
    Closing closing = view.head().closing();
    Submission submission = view.standing().submission();
    Mining mining = view.standing().mining();
    putTime(times, BatchState.OPEN, view.head().openedAtMillis());
    putTime(times, BatchState.CLOSED, closing == null ? null : (Long) closing.closedAtMillis());
    putTime(times, BatchState.SUBMITTED, submission == null ? null : (Long) submission.atMillis());
    putTime(times, BatchState.MINED, mining == null ? null : (Long) mining.atMillis());
    putTime(times, BatchState.FINAL, mining == null ? null : mining.finalAtMillis());
    putTime(times, BatchState.PROVED, view.provedAtMillis());
    return times;
  }

  private static void addAnchor(ObjectNode json, AnchorStanding standing) {
    Submission submission = standing.submission();
    if (submission != null) {
      json.putObject("transaction")
          .put("requestKey", submission.requestKey())
          .put("attempt", submission.attempt());
    }
    Mining mining = standing.mining();
    if (mining != null) {
      json.withObjectProperty("transaction").put("requestKey", mining.requestKey());
      json.putObject("block")
          .put("height", mining.block().height().value())
          .put("hash", mining.block().hash().toString());
    }
    Setback setback = standing.setback();
    if (setback != null) {
      json.putObject("setbacks")
          .put("count", standing.setbacks())
          .put("reason", setback.reason())
          .put("at", time(setback.atMillis()));
    }
  }

  private static void putTime(ObjectNode times, BatchState state, @Nullable Long millis) {
    if (millis != null) {
      times.put(state.text(), time(millis));
    }
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
