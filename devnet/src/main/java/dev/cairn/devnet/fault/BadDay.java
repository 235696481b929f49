package dev.cairn.devnet.fault;

import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.json.JsonText;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.mining.ChainControl;
import dev.cairn.devnet.mining.Reorganisation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that can be asked of the control port, as JSON in and JSON out.
 *
 * @param mempools by chain number
 */
public record BadDay(
    ChainGraph graph,
    FaultRules rules,
    SkewedClock clock,
    ChainControl control,
    List<Mempool> mempools) {

  /** A clock that is more wrong than a year is no clock. */
  private static final long MOST_SKEW_MILLIS = Duration.ofDays(366).toMillis();

  /** More would keep the mining thread for minutes. */
  private static final int MOST_ROUNDS = 1_000;

  public BadDay {
    mempools = List.copyOf(mempools);
  }

  /** What is wrong at present. */
  String state() {
    return "{\"faults\":"
        + JsonText.array(rules.all().stream().map(FaultRule::json).toList())
        + ",\"held\":"
        + numbers(control.held())
        + ",\"skewMillis\":"
        + clock.skew().toMillis()
        + "}";
  }

  String add(JsonShape body) {
    return FaultRequest.add(body, rules).json();
  }

  /** Everything is right again: no faults, no held chains, no skew. */
  String clear() {
    rules.clear();
    control.held().forEach(control::release);
    clock.skew(Duration.ZERO);
    return state();
  }

  boolean remove(int id) {
    return rules.remove(id);
  }

  String hold(JsonShape body) {
    chains(body).forEach(control::hold);
    return state();
  }

  String release(JsonShape body) {
    chains(body).forEach(control::release);
    return state();
  }

  String reorganise(JsonShape body) {
    int blocks = Math.toIntExact(body.member("blocks").integer());
    Reorganisation done = control.reorganise(chains(body), blocks);
    return "{\"orphaned\":"
        + blocks(done.orphaned())
        + ",\"adopted\":"
        + blocks(done.adopted())
        + ",\"pending\":"
        + JsonText.strings(done.returned().stream().map(Hash::toString).toList())
        + "}";
  }

  /** Mines now, whether somebody waits or not. */
  String mine(JsonShape body) {
    long rounds = body.present("rounds").map(JsonShape::integer).orElse(1L);
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException("Rounds are 1 to " + MOST_ROUNDS + ".");
    }
    for (long i = 0; i < rounds; i++) {
      control.mine();
    }
    return "{\"mined\":" + rounds + "}";
  }

  /** Forgets a pending transaction, or all of a chain. */
  String lose(JsonShape body) {
    Mempool mempool = mempools.get(chain(body.member("chain")).value());
    Optional<Hash> one = body.present("requestKey").map(key -> Hash.parse(key.text()));
    List<Hash> keys = one.map(List::of).orElseGet(mempool::pendingKeys);
    List<String> lost = keys.stream().filter(mempool::forget).map(Hash::toString).toList();
    return "{\"lost\":" + JsonText.strings(lost) + "}";
  }

  String skew(JsonShape body) {
    long millis = body.member("skewMillis").integer();
    if (Math.abs(millis) > MOST_SKEW_MILLIS) {
      throw new IllegalArgumentException("A clock is wrong by at most 366 days.");
    }
    clock.skew(Duration.ofMillis(millis));
    return state();
  }

  private Set<ChainId> chains(JsonShape body) {
    return body.member("chains").nonEmptyElements().stream()
        .map(this::chain)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private ChainId chain(JsonShape number) {
    long value = number.integer();
    if (value < 0 || value >= graph.order()) {
      throw number.problem("chains are 0 to " + (graph.order() - 1));
    }
    return new ChainId((int) value);
  }

  private static String numbers(Set<ChainId> chains) {
    return JsonText.array(new TreeSet<>(chains).stream().map(ChainId::toString).toList());
  }

  private static String blocks(List<Block> blocks) {
    return JsonText.array(
        blocks.stream()
            .map(
                block ->
                    "{\"chain\":"
                        + block.chain()
                        + ",\"height\":"
                        + block.height()
                        + ",\"hash\":\""
                        + block.header().hash()
                        + "\"}")
            .toList());
  }
}
