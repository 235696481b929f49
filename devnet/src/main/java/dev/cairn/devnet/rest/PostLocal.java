package dev.cairn.devnet.rest;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.json.JsonText;
import dev.cairn.devnet.json.ShapeException;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.state.StateHistory;
import dev.cairn.devnet.transaction.BlockContext;
import dev.cairn.devnet.transaction.Command;
import dev.cairn.devnet.transaction.LocalRun;
import dev.cairn.devnet.transaction.MinerAccount;
import dev.cairn.devnet.transaction.PreflightRules;
import dev.cairn.devnet.transaction.SignatureCheck;
import java.util.List;
import java.util.OptionalLong;

/** Runs a transaction and forgets it. */
final class PostLocal implements Endpoint {

  private final String base;
  private final StateHistory history;
  private final LocalRun runs;
  private final PreflightRules rules;

  PostLocal(String base, StateHistory history, LocalRun runs, PreflightRules rules) {
    this.base = base;
    this.history = history;
    this.runs = runs;
    this.rules = rules;
  }

  @Override
  public Route route() {
    return Route.post(base + "/chain/{chain}/pact/api/v1/local", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    boolean preflight = call.flag("preflight").orElse(false);
    boolean verify = call.flag("signatureVerification").orElse(true);
    OptionalLong rewind = call.natural("rewindDepth");
    Command command = read(WireCommand.read(call.json()));
    checkHash(command, verify);
    if (verify) {
      SignatureCheck.problem(command).ifPresent(problem -> refuse(List.of(problem)));
    }
    ChainState state = state(call.chain(), rewind.orElse(0));
    BlockContext next = new BlockContext(state.head(), MinerAccount.NO_MINER);
    if (!preflight) {
      return Answer.json(runs.plain(command, next, state.contracts(), state.nextTxId()));
    }
    List<String> problems = rules.problems(command, state.head());
    if (!problems.isEmpty()) {
      refuse(problems);
    }
    return Answer.json(runs.preflight(command, next, state.contracts(), state.nextTxId()));
  }

  private static Command read(PactCommand signed) {
    try {
      return Command.parse(signed);
    } catch (ShapeException noCommand) {
      throw Refusal.rejected("Validation failed: " + noCommand.getMessage());
    }
  }

  private static void checkHash(Command command, boolean verify) {
    PactCommand signed = command.signed();
    if (signed.hasValidHash()) {
      return;
    }
    if (verify) {
      refuse(List.of("The hash of the payload was invalid."));
    }
    throw Refusal.rejected(
        "Validation failed: Hash Mismatch, received %s but our hashing resulted in %s"
            .formatted(signed.hash(), PactCommand.hashOf(signed.cmd())));
  }

  private static void refuse(List<String> problems) {
    throw Refusal.rejected("Metadata validation failed: " + JsonText.strings(problems));
  }

  private ChainState state(ChainId chain, long rewind) {
    return history
        .back(chain, rewind)
        .orElseThrow(
            () ->
                Refusal.rejected(
                    "Execution failed: this network keeps the state of its last "
                        + history.keptBlocks()
                        + " blocks only"));
  }
}
