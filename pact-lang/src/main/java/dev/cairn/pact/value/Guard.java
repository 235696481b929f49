package dev.cairn.pact.value;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A rule that a transaction passes or fails, as a value (reference section 2.4). */
public sealed interface Guard extends PactValue {
  @Override
  default String typeName() {
    return "guard";
  }

  /** Keys, and how many of them must have signed: a built-in predicate or a function's name. */
  record Keyset(SortedSet<String> keys, String predicate) implements Guard {
    public static final String KEYS_ALL = "keys-all";
    public static final String KEYS_ANY = "keys-any";
    public static final String KEYS_2 = "keys-2";

    public Keyset {
      SortedSet<String> sorted = new TreeSet<>(CodePoints.ORDER);
      sorted.addAll(keys);
      keys = Collections.unmodifiableSortedSet(sorted);
    }

    public static Keyset of(Collection<String> keys, String predicate) {
      return new Keyset(new TreeSet<>(keys), predicate);
    }

    @Override
    public long weight() {
      return 1 + keys.stream().mapToLong(String::length).sum();
    }
  }

  /** A keyset defined under a name. */
  record KeysetReference(KeysetName name) implements Guard {}

  /** A function that must not fail on these arguments. */
  record UserGuard(QualifiedName function, PList args) implements Guard {
    @Override
    public int depth() {
      return args.depth();
    }

    @Override
    public long weight() {
      return args.weight();
    }
  }

  /** A capability that must be granted, and the defpact that must be running, if any. */
  record CapabilityGuard(QualifiedName name, PList args, @Nullable String pactId) implements Guard {
    @Override
    public int depth() {
      return args.depth();
    }

    @Override
    public long weight() {
      return args.weight();
    }
  }

  /** A module that must be running. */
  record ModuleGuard(ModuleName module, String name) implements Guard {}

  /** A defpact that must be running. */
  record PactGuard(String pactId, String name) implements Guard {}
}
