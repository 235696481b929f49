package dev.cairn.pact.resolve;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.natives.NativeTable;
import dev.cairn.pact.syntax.Declaration;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts declarations in the order in which they are resolved and hashed, each after what it refers
 * to (reference 1.4): postorder of a depth-first search of the reversed graph, reversed.
 */
final class DefinitionOrder {
  private final ModuleName module;
  private final Map<String, Declaration> declarations = new TreeMap<>(CodePoints.ORDER);
  private final Map<String, SortedSet<String>> needs = new TreeMap<>(CodePoints.ORDER);
  private final Map<String, SortedSet<String>> neededBy = new TreeMap<>(CodePoints.ORDER);

  private DefinitionOrder(ModuleName module) {
    this.module = module;
  }

  /** The declarations in order; fails on two of one name and on cycles. */
  static List<Declaration> of(
      List<Declaration> declarations, ModuleName module, NativeTable natives) {
    DefinitionOrder order = new DefinitionOrder(module);
    declarations.forEach(order::add);
    declarations.forEach(declaration -> order.connect(declaration, natives));
    return order.sorted();
  }

  private void add(Declaration declaration) {
    String name = declaration.name();
    if (declarations.put(name, declaration) != null) {
      throw NameErrors.duplicate(new QualifiedName(module, name), declaration.position());
    }
    neededBy.put(name, new TreeSet<>(CodePoints.ORDER.reversed()));
  }

  private void connect(Declaration declaration, NativeTable natives) {
    SortedSet<String> names = Dependencies.of(declaration, module, declarations.keySet(), natives);
    needs.put(declaration.name(), names);
    for (String name : names) {
      neededBy.get(name).add(declaration.name());
    }
  }

  private List<Declaration> sorted() {
    List<String> order = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : declarations.keySet()) {
      postorder(name, seen, order);
    }
    Collections.reverse(order);
    requireAcyclic(order);
    return order.stream().map(declarations::get).toList();
  }

  /** Depth-first without recursion: a module may be one long chain of functions. */
  private void postorder(String root, Set<String> seen, List<String> order) {
    record Visit(String name, Deque<String> rest) {}
    Deque<Visit> path = new ArrayDeque<>();
    if (seen.add(root)) {
      path.push(new Visit(root, new ArrayDeque<>(neededBy.get(root))));
    }
    while (!path.isEmpty()) {
      Visit visit = path.peek();
      String next = visit.rest().poll();
      if (next == null) {
        order.add(path.pop().name());
      } else if (seen.add(next)) {
        path.push(new Visit(next, new ArrayDeque<>(neededBy.get(next))));
      }
    }
  }

  private void requireAcyclic(List<String> order) {
    Set<String> known = new HashSet<>();
    for (String name : order) {
      if (!known.containsAll(needs.get(name))) {
        throw cycle(name);
      }
      known.add(name);
    }
  }

  private PactException cycle(String start) {
    SortedSet<String> members = new TreeSet<>(reachable(start, needs));
    members.retainAll(reachable(start, neededBy));
    members.add(start);
    return NameErrors.recursion(module, members, declarations.get(start).position());
  }

  private static Set<String> reachable(String start, Map<String, SortedSet<String>> edges) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(edges.get(start));
    while (!open.isEmpty()) {
      String name = open.poll();
      if (seen.add(name)) {
        open.addAll(edges.get(name));
      }
    }
    return seen;
  }
}
