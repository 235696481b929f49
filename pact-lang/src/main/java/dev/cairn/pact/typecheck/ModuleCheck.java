package dev.cairn.pact.typecheck;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Defpact;
import dev.cairn.pact.module.Defun;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.module.Modules;
import dev.cairn.pact.type.Type;
import org.jspecify.annotations.Nullable;

/** Checks all members of a module. */
public final class ModuleCheck {
  private final TermCheck terms;

  public ModuleCheck(Modules modules) {
    this.terms = new TermCheck(modules);
  }

  /** Fails at the first piece of code that contradicts its types. */
  public void check(Module module) {
    for (Definition member : module.definitions()) {
      try {
        check(member);
      } catch (PactException contradiction) {
        throw contradiction.at(member.position());
      }
    }
  }

  private void check(Definition member) {
    if (member instanceof Defun function) {
      result(function, function.body(), function.result());
    } else if (member instanceof Defcap capability) {
      terms.body(capability.parameters(), capability.body().term());
    } else if (member instanceof Defpact pact) {
      for (Defpact.Step step : pact.steps()) {
        terms.body(pact.parameters(), step.body().term());
        Definition.Body rollback = step.rollback();
        if (rollback != null) {
          terms.body(pact.parameters(), rollback.term());
        }
      }
    }
  }

  private void result(Definition.Callable callable, Definition.Body body, @Nullable Type written) {
    StaticType found = terms.body(callable.parameters(), body.term());
    TermCheck.require(found, StaticType.of(written), body.term());
  }
}
