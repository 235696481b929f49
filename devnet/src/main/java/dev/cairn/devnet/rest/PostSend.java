package dev.cairn.devnet.rest;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.json.JsonText;
import dev.cairn.devnet.json.ShapeException;
import dev.cairn.devnet.mempool.InsertRules;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.mempool.RefusedException;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.state.StateHistory;
import dev.cairn.devnet.transaction.Command;
import dev.cairn.devnet.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;

/** Takes transactions in; one bad one keeps all of a batch out. */
final class PostSend implements Endpoint {

  private final String base;
  private final StateHistory history;
  private final InsertRules rules;
  private final List<Mempool> mempools;
  private final Runnable wakeMiner;

  PostSend(
      String base,
      StateHistory history,
      InsertRules rules,
      List<Mempool> mempools,
      Runnable wakeMiner) {
    this.base = base;
    this.history = history;
    this.rules = rules;
    this.mempools = List.copyOf(mempools);
    this.wakeMiner = wakeMiner;
  }

  @Override
  public Route route() {
    return Route.post(base + "/chain/{chain}/pact/api/v1/send", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    ChainId chain = call.chain();
    Mempool mempool = mempools.get(chain.value());
    List<Transaction> admitted = admit(read(call.json()), history.newest().of(chain), mempool);
    if (!mempool.hasRoomFor(admitted)) {
      throw Refusal.rejected(
          "Mempool is full: no room for " + admitted.size() + " more transactions.");
    }
    mempool.insert(admitted);
    wakeMiner.run();
    List<String> keys =
        admitted.stream().map(transaction -> transaction.requestKey().toString()).toList();
    return Answer.json("{\"requestKeys\":" + JsonText.strings(keys) + "}");
  }

  private static List<Command> read(JsonShape body) {
    JsonShape commands =
        body.optional("cmds")
            .orElseThrow(
                () ->
                    body.problem(
                        "parsing Pact.Types.API.SubmitBatch(SubmitBatch) failed,"
                            + " key \"cmds\" not found"));
    List<PactCommand> signed = commands.nonEmptyElements().stream().map(WireCommand::read).toList();
    try {
      return signed.stream().map(Command::parse).toList();
    } catch (ShapeException noCommand) {
      throw Refusal.rejected("reading JSON for transaction failed: " + noCommand.getMessage());
    }
  }

  private List<Transaction> admit(List<Command> commands, ChainState state, Mempool mempool) {
    List<Transaction> admitted = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      try {
        admitted.add(rules.admit(commands.get(i), state, mempool));
      } catch (RefusedException refused) {
        refusals.add(
            "Transaction \"%s\" at index %d failed with: %s"
                .formatted(commands.get(i).requestKey(), i, refused.reason()));
      }
    }
    if (!refusals.isEmpty()) {
      throw Refusal.rejected(
          "One or more transactions were invalid: " + String.join(", ", refusals));
    }
    return admitted;
  }
}
