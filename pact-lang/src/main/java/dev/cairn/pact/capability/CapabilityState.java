package dev.cairn.pact.capability;

import dev.cairn.pact.value.ModuleName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is granted, installed and being evaluated in a transaction, and its module admins. */
public final class CapabilityState {
  // Changed by the one thread that runs the transaction. Slots and tokens being evaluated are
  // replaced, never changed, so that a mark is only a reference to them.
  private @Nullable Slot top;
  private Set<Token> beingEvaluated = Set.of();
  private final UndoMap<Token, ManagedInstance> managed = new UndoMap<>();
  private final UndoMap<Token, Boolean> autonomous = new UndoMap<>();
  private final UndoMap<ModuleName, Boolean> admins = new UndoMap<>();

  /** A state to come back to. */
  public record Mark(
      @Nullable Slot top, Set<Token> beingEvaluated, int managed, int autonomous, int admins) {}

  public Mark mark() {
    return new Mark(top, beingEvaluated, managed.mark(), autonomous.mark(), admins.mark());
  }

  public void returnTo(Mark mark) {
    top = mark.top;
    beingEvaluated = mark.beingEvaluated;
    managed.returnTo(mark.managed);
    autonomous.returnTo(mark.autonomous);
    admins.returnTo(mark.admins);
  }

  /** Whether the token is on the stack, by itself or composed. */
  public boolean isGranted(Token token) {
    for (Slot slot = top; slot != null; slot = slot.below()) {
      if (slot.grants(token)) {
        return true;
      }
    }
    return false;
  }

  /** All tokens on the stack. */
  public Set<Token> granted() {
    Set<Token> tokens = new HashSet<>();
    for (Slot slot = top; slot != null; slot = slot.below()) {
      tokens.add(slot.token());
      tokens.addAll(slot.composed());
    }
    return tokens;
  }

  /** How many tokens are on the stack. */
  int depth() {
    int depth = 0;
    for (Slot slot = top; slot != null; slot = slot.below()) {
      depth += 1 + slot.composed().size();
    }
    return depth;
  }

  public void push(Token token) {
    top = new Slot(token, List.of(), top);
  }

  /** Replaces the token of the innermost slot and keeps what it composed. */
  void rename(Token token) {
    Slot slot = innermost();
    top = new Slot(token, slot.composed(), slot.below());
  }

  public void pop() {
    top = innermost().below();
  }

  /** Drops the innermost slot and gives what it granted to the one below. */
  void composeIntoBelow() {
    Slot slot = innermost();
    Slot below = slot.below();
    if (below == null) {
      throw new IllegalStateException("Only a capability composes a capability.");
    }
    List<Token> composed = new ArrayList<>(below.composed());
    composed.add(slot.token());
    composed.addAll(slot.composed());
    top = new Slot(below.token(), List.copyOf(composed), below.below());
  }

  private Slot innermost() {
    if (top == null) {
      throw new IllegalStateException("The capability stack is empty.");
    }
    return top;
  }

  @Nullable ManagedInstance managed(Token key) {
    return managed.get(key);
  }

  void putManaged(ManagedInstance instance) {
    managed.put(instance.key(), instance);
  }

  void addAutonomous(Token token) {
    autonomous.put(token, true);
  }

  /** Whether code installed a capability: signatures without tokens then count for nothing. */
  public boolean hasAutonomous() {
    return !autonomous.isEmpty();
  }

  /** Tokens whose bodies are running. */
  public Set<Token> beingEvaluated() {
    return beingEvaluated;
  }

  void beginEvaluation(Token token) {
    Set<Token> next = new HashSet<>(beingEvaluated);
    next.add(token);
    beingEvaluated = next;
  }

  void endEvaluation(Set<Token> before) {
    beingEvaluated = before;
  }

  public boolean isAdmin(ModuleName module) {
    return admins.get(module) != null;
  }

  public void grantAdmin(ModuleName module) {
    admins.put(module, true);
  }
}
