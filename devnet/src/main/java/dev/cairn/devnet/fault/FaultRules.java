package dev.cairn.devnet.fault;

import dev.cairn.devnet.fault.FaultRule.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The faults that are on. Safe for many threads; without rules a look costs one volatile read. */
public final class FaultRules {

  /** A test needs a handful; each is tried on every request. */
  private static final int MAX_RULES = 100;

  private volatile List<FaultRule> rules = List.of(); // replaced under this
  private int ids; // guarded by this

  /** Adds a rule behind the others. */
  synchronized FaultRule add(Fault fault, Pattern path, When when, int times) {
    if (rules.size() >= MAX_RULES) {
      throw new IllegalArgumentException("There are " + MAX_RULES + " faults already.");
    }
    FaultRule rule = new FaultRule(++ids, fault, path, when, times);
    List<FaultRule> more = new ArrayList<>(rules);
    more.add(rule);
    rules = List.copyOf(more);
    return rule;
  }

  /** Takes a rule away; tells whether it was there. */
  synchronized boolean remove(int id) {
    List<FaultRule> left = rules.stream().filter(rule -> rule.id() != id).toList();
    boolean found = left.size() < rules.size();
    rules = left;
    return found;
  }

  synchronized void clear() {
    rules = List.of();
  }

  List<FaultRule> all() {
    return rules;
  }

  /** The first rule that a request meets; that is one of its times. */
  public Optional<FaultRule> meet(String path) {
    return rules.isEmpty() ? Optional.empty() : take(path);
  }

  private synchronized Optional<FaultRule> take(String path) {
    Optional<FaultRule> met = rules.stream().filter(rule -> rule.meets(path)).findFirst();
    met.ifPresent(this::countDown);
    return met;
  }

  private void countDown(FaultRule met) {
    rules =
        rules.stream()
            .filter(rule -> rule.id() != met.id() || rule.times() > 1)
            .map(rule -> rule.id() == met.id() ? rule.once() : rule)
            .toList();
  }
}
