package dev.cairn.devnet.mempool;

import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.transaction.BlockContext;
import dev.cairn.devnet.transaction.CannotMineException;
import dev.cairn.devnet.transaction.Command;
import dev.cairn.devnet.transaction.GasSchedule;
import dev.cairn.devnet.transaction.Meta;
import dev.cairn.devnet.transaction.MinerAccount;
import dev.cairn.devnet.transaction.Payload;
import dev.cairn.devnet.transaction.SignatureCheck;
import dev.cairn.devnet.transaction.TimeRules;
import dev.cairn.devnet.transaction.Transaction;
import dev.cairn.devnet.transaction.TransactionRun;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The checks before a transaction may wait, in a node's order and words (reference/chainweb.md 6.1,
 * "send"): the first that fails gives the reason.
 */
public final class InsertRules {

  /** How far ahead of the clock a transaction may be made. */
  private static final long LEEWAY_SECONDS = 10;

  private static final BigDecimal GAS_LIMIT = BigDecimal.valueOf(GasSchedule.TRANSACTION_LIMIT);
  private static final int PRICE_PLACES = 12;
  private static final String EXPIRED = "Transaction time-to-live is expired";
  private static final String ELSEWHERE =
      "Transaction metadata (chain id, chainweb version) conflicts with this endpoint";

  /** The reason of a refusal, if there is one. */
  private interface Rule extends Function<Candidate, Optional<String>> {}

  private final String network;
  private final Clock clock;
  private final Contracts contracts;
  private final ChainStore store;
  private final TransactionRun transactions;
  private final List<Rule> rules =
      List.of(
          rule(
              candidate -> candidate.meta().gasLimit().compareTo(GAS_LIMIT) > 0,
              "Transaction gas limit exceeds block gas limit (ParsedInteger " + GAS_LIMIT + ")"),
          InsertRules::priceTooFine,
          InsertRules::priceTooLow,
          rule(this::isFromFuture, "Transaction creation time too far in the future"),
          rule(this::isExpired, EXPIRED),
          rule(this::isMined, "Transaction already exists on chain"),
          rule(
              candidate -> candidate.mempool().isBad(candidate.command().requestKey()),
              Mempool.BADLISTED),
          rule(
              candidate -> !candidate.meta().chainId().matches("[0-9]{1,9}"),
              "insert error: Unparsable ChainId"),
          rule(this::isForOtherChain, ELSEWHERE),
          rule(
              candidate ->
                  candidate.command().signed().sigs().size() > SignatureCheck.MAX_SIGNATURES,
              "insert error: Too many signatures"),
          rule(this::isForOtherNetwork, ELSEWHERE),
          InsertRules::noCode,
          rule(
              candidate -> !candidate.command().signed().hasValidHash(),
              "Invalid transaction hash"),
          candidate ->
              SignatureCheck.problem(candidate.command())
                  .map(problem -> "Invalid transaction sigs: " + problem),
          rule(InsertRules::isOver, EXPIRED),
          this::nobodyPays);

  public InsertRules(String network, Clock clock, Contracts contracts, ChainStore store) {
    this.network = network;
    this.clock = clock;
    this.contracts = contracts;
    this.store = store;
    this.transactions = new TransactionRun(contracts);
  }

  /** The command as a transaction that may wait on a chain, or the reason why it may not. */
  public Transaction admit(Command command, ChainState state, Mempool mempool)
      throws RefusedException {
    Candidate candidate = Candidate.of(command, contracts, state, mempool);
    for (Rule rule : rules) {
      Optional<String> refusal = rule.apply(candidate);
      if (refusal.isPresent()) {
        throw new RefusedException(refusal.get());
      }
    }
    return candidate.transaction().orElseThrow();
  }

  private static Rule rule(Predicate<Candidate> refused, String reason) {
    return candidate -> refused.test(candidate) ? Optional.of(reason) : Optional.empty();
  }

  private static Optional<String> priceTooFine(Candidate candidate) {
    BigDecimal price = candidate.meta().gasPrice().stripTrailingZeros();
    return price.scale() <= PRICE_PLACES
        ? Optional.empty()
        : Optional.of(
            "insert error: This transaction's gas price: "
                + price.toPlainString()
                + " is not correctly rounded. It should be rounded to at most "
                + PRICE_PLACES
                + " decimal places.");
  }

  private static Optional<String> priceTooLow(Candidate candidate) {
    BigDecimal price = candidate.meta().gasPrice();
    return price.compareTo(GasSchedule.MINIMUM_PRICE) >= 0
        ? Optional.empty()
        : Optional.of(
            "Transaction gas price ("
                + price.stripTrailingZeros().toPlainString()
                + ") is below minimum gas price ("
                + GasSchedule.MINIMUM_PRICE.toPlainString()
                + ")");
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private boolean isFromFuture(Candidate candidate) {
    return candidate.meta().creationTime() >= now() + LEEWAY_SECONDS;
  }

  private boolean isExpired(Candidate candidate) {
    Meta meta = candidate.meta();
    return meta.ttl() <= 0 || now() >= meta.creationTime() + meta.ttl();
  }

  private boolean isMined(Candidate candidate) {
    return store
        .find(candidate.state().head().chainId(), candidate.command().requestKey())
        .isPresent();
  }

  private boolean isForOtherChain(Candidate candidate) {
    int chain = Integer.parseInt(candidate.meta().chainId());
    return chain != candidate.state().head().chainId().value();
  }

  private boolean isForOtherNetwork(Candidate candidate) {
    return !candidate.command().networkId().equals(Optional.of(network));
  }

  private static Optional<String> noCode(Candidate candidate) {
    boolean empty =
        candidate.command().payload() instanceof Payload.Exec exec && exec.code().isBlank();
    // A node takes empty code and then cannot mine that chain any more; we refuse it.
    Optional<String> problem = empty ? Optional.of("no expression") : candidate.syntaxProblem();
    return problem.map(text -> "Pact parse error: " + text);
  }

  // That a transaction is too young for the newest block is no reason: an empty block comes first.
  private static boolean isOver(Candidate candidate) {
    return TimeRules.isOver(candidate.meta(), candidate.state().head().creationTime());
  }

  private Optional<String> nobodyPays(Candidate candidate) {
    BlockContext next = new BlockContext(candidate.state().head(), MinerAccount.NO_MINER);
    try {
      Transaction transaction = candidate.transaction().orElseThrow();
      transactions.checkPurchase(transaction, next, candidate.state().contracts());
      return Optional.empty();
    } catch (CannotMineException unpaid) {
      return Optional.of("Attempt to buy gas failed with: " + unpaid.reason());
    }
  }
}
