package dev.cairn.pact.modulehash;

import dev.cairn.pact.gas.LoadingCost;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.module.Defconst;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Defpact;
import dev.cairn.pact.module.Defun;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.module.Signature;
import dev.cairn.pact.term.EnforceOne;
import dev.cairn.pact.term.Member;
import dev.cairn.pact.term.Sequence;
import dev.cairn.pact.term.Term;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.FullyQualifiedName;
import dev.cairn.pact.value.ModuleName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Finds all definitions of other modules that the code of a module needs, directly or through each
 * other. Each step is charged, as large modules of large modules make it expensive.
 */
public final class DependencySearch {
  private static final Comparator<FullyQualifiedName> ORDER =
      Comparator.comparing(FullyQualifiedName::module)
          .thenComparing(FullyQualifiedName::name, CodePoints.ORDER)
          .thenComparing(name -> name.hash().bytes(), Arrays::compareUnsigned);

  private final LongConsumer gas;
  private final Map<FullyQualifiedName, Definition> loaded;
  private final Set<FullyQualifiedName> known = new HashSet<>();
  private final TreeSet<FullyQualifiedName> waiting = new TreeSet<>(ORDER);

  private DependencySearch(Map<FullyQualifiedName, Definition> loaded, LongConsumer gas) {
    this.loaded = loaded;
    this.gas = gas;
  }

  /** The members of a module by name and version, without those that an interface only asks for. */
  public static Map<FullyQualifiedName, Definition> members(Module module) {
    Map<FullyQualifiedName, Definition> members = new HashMap<>();
    for (Definition member : module.definitions()) {
      if (!(member instanceof Signature)) {
        members.put(member.fullName(), member);
      }
    }
    return members;
  }

  /**
   * What goes with an interface: all that is loaded of the modules which its constants name. Before
   * version 5.1 this held for modules, too.
   */
  public static Map<FullyQualifiedName, Definition> ofNamedModules(
      Module module, Map<FullyQualifiedName, Definition> loaded) {
    Set<ModuleName> named = new HashSet<>();
    Consumer<Term> look =
        term -> {
          if (term instanceof Member member) {
            named.add(member.definition().module().name());
          }
        };
    module.definitions().forEach(member -> code(member, code -> TermParts.visitAll(code, look)));
    named.remove(module.name());
    Map<FullyQualifiedName, Definition> found = new TreeMap<>(ORDER);
    loaded.forEach(
        (name, definition) -> {
          if (named.contains(name.module())) {
            found.put(name, definition);
          }
        });
    return found;
  }

  private static void code(Definition definition, Consumer<Term> each) {
    if (definition instanceof Defconst constant) {
      each.accept(constant.body().term());
    } else if (definition instanceof Defun function) {
      each.accept(function.body().term());
    } else if (definition instanceof Defcap capability) {
      each.accept(capability.body().term());
    } else if (definition instanceof Defpact pact) {
      for (Defpact.Step step : pact.steps()) {
        each.accept(step.body().term());
        Definition.Body rollback = step.rollback();
        if (rollback != null) {
          each.accept(rollback.term());
        }
      }
    }
  }

  /**
   * What the sealed module depends on, by name and version.
   *
   * @param loaded all definitions that are loaded
   * @param gas takes milligas and fails when the limit is passed
   */
  public static Map<FullyQualifiedName, Definition> of(
      Module module, Map<FullyQualifiedName, Definition> loaded, LongConsumer gas) {
    Map<FullyQualifiedName, Definition> own = members(module);
    Map<FullyQualifiedName, Definition> all = new HashMap<>(loaded);
    all.putAll(own);
    DependencySearch search = new DependencySearch(all, gas);
    search.known.addAll(own.keySet());
    search.waiting.addAll(own.keySet());
    while (!search.waiting.isEmpty()) {
      search.visit(all.get(search.waiting.pollFirst()));
    }
    gas.accept(LoadingCost.picking(all.size(), search.known.size()));
    search.known.removeAll(own.keySet());
    return search.found();
  }

  private Map<FullyQualifiedName, Definition> found() {
    Map<FullyQualifiedName, Definition> found = new TreeMap<>(ORDER);
    known.forEach(name -> found.put(name, loaded.get(name)));
    return found;
  }

  private void visit(Definition definition) {
    if (definition instanceof Defun function) {
      gas.accept(LoadingCost.visiting(1)); // the function itself is a term around its body
      code(function, this::visit);
    } else if (definition instanceof Defcap capability) {
      if (capability.meta() instanceof Defcap.Meta.Managed meta && meta.manager() != null) {
        require(meta.manager());
      }
      code(capability, this::visit);
    } else if (definition instanceof Defpact) {
      code(definition, this::visit);
    }
  }

  private void visit(Term code) {
    TermParts.visitAll(
        code,
        term -> {
          gas.accept(LoadingCost.visiting(terms(term)));
          if (term instanceof Member member) {
            require(member.definition());
          }
        });
  }

  /** A sequence counts as pairs, and the tests of an {@code enforce-one} are a list. */
  private static int terms(Term term) {
    if (term instanceof Sequence sequence) {
      return sequence.terms().size() - 1;
    }
    return term instanceof EnforceOne ? 2 : 1;
  }

  private void require(Definition definition) {
    FullyQualifiedName name = definition.fullName();
    gas.accept(LoadingCost.searching(known.size()));
    if (known.contains(name)) {
      return;
    }
    gas.accept(LoadingCost.searching(known.size()) + LoadingCost.searching(waiting.size()));
    known.add(name);
    waiting.add(name);
    loaded.putIfAbsent(name, definition);
  }
}
