package dev.cairn.pact.resolve;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.module.Signature;
import dev.cairn.pact.type.Parameter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a module has what an interface asks for. */
final class ImplementationCheck {
  private final Module module;
  private final Module contract;
  private final Position position;

  private ImplementationCheck(Module module, Module contract, Position position) {
    this.module = module;
    this.contract = contract;
    this.position = position;
  }

  /** Fails unless the module implements every member of the interface. */
  static void require(Module module, Module contract, Position position) {
    if (!contract.isInterface()) {
      throw NameErrors.noInterface(contract.name(), position);
    }
    ImplementationCheck check = new ImplementationCheck(module, contract, position);
    for (Definition wanted : contract.definitions()) {
      if (wanted instanceof Signature signature) {
        check.member(signature);
      }
    }
  }

  private void member(Signature wanted) {
    Definition found = module.find(wanted.name());
    if (found == null) {
      throw NameErrors.notImplemented(module.name(), contract.name(), wanted.name(), position);
    }
    if (!(found instanceof Definition.Callable callable) || !found.kind().equals(wanted.kind())) {
      throw wrong(wanted.name());
    }
    if (callable instanceof Defcap capability && !sameMeta(capability.meta(), wanted.meta())) {
      throw wrong(": defcap mismatch for " + wanted.name());
    }
    if (!sameParameters(callable.parameters(), wanted.parameters())
        || !Objects.equals(callable.result(), wanted.result())) {
      throw wrong(wanted.name());
    }
  }

  private PactException wrong(String member) {
    return NameErrors.wrongImplementation(module.name(), contract.name(), member, position);
  }

  private static boolean sameParameters(List<Parameter> left, List<Parameter> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!left.get(i).sameAs(right.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** An interface that asks for an auto-managed capability takes any managed one. */
  private boolean sameMeta(Defcap.Meta own, Defcap.@Nullable Meta wanted) {
    if (wanted instanceof Defcap.Meta.AutoManaged) {
      return own instanceof Defcap.Meta.AutoManaged || own instanceof Defcap.Meta.Managed;
    }
    if (own instanceof Defcap.Meta.Managed ownManaged
        && wanted instanceof Defcap.Meta.Managed wantedManaged) {
      return ownManaged.index() == wantedManaged.index()
          && ownManaged.managerName().equals(wantedManaged.managerName());
    }
    return Objects.equals(own, wanted);
  }
}
