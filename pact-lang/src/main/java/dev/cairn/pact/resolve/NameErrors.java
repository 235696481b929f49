package dev.cairn.pact.resolve;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.value.ModuleHash;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.QualifiedName;
import java.util.Collection;

/** Failures of resolving names and forms, in both wordings. */
final class NameErrors {

  private NameErrors() {}

  static PactException noModule(ModuleName name, Position position) {
    return PactException.fatal("Cannot find module:  " + name).at(position);
  }

  static PactException noInterface(ModuleName name, Position position) {
    return PactException.fatal("Cannot find interface:  " + name).at(position);
  }

  static PactException noMember(ModuleName module, String name, Position position) {
    return PactException.fatal("Module " + module + " has no such member: " + name).at(position);
  }

  static PactException interfaceAsModule(ModuleName name, Position position) {
    return PactException.fatal(
            "Invalid Interface attempted to be used as module reference: " + name,
            "Attempt to use an interface as a module reference failed: " + name)
        .at(position);
  }

  static PactException notATerm(String name, Position position) {
    return PactException.fatal(
            "Invalid definition in term variable position: " + name,
            "Invalid definition in variable position: " + name)
        .at(position);
  }

  static PactException notASchema(String name, Position position) {
    return PactException.fatal(
            "Invalid def in defschema position: " + name + " is not a valid schema",
            "definition in defschema position: " + name + " is not a valid schema.")
        .at(position);
  }

  static PactException unboundVariable(String name, Position position) {
    return PactException.fatal("Unbound variable " + name, "Unbound variable: " + name)
        .at(position);
  }

  static PactException unboundType(String name, Position position) {
    return PactException.fatal("Unbound type variable " + name, "Unbound type variable: " + name)
        .at(position);
  }

  static PactException syntax(String reason, Position position) {
    return PactException.fatal("Desugar syntax failure: " + reason).at(position);
  }

  static PactException emptyBinding(Position position) {
    return PactException.fatal(
            "Bind expression lacks an accompanying body",
            "Bind expression lacks an accompanying body.")
        .at(position);
  }

  static PactException insideCapability(String form, Position position) {
    return PactException.fatal(
            form + " form not allowed within defcap",
            form + " form not allowed within a defcap declaration.")
        .at(position);
  }

  static PactException recursion(
      ModuleName module, Collection<String> functions, Position position) {
    return PactException.fatal(
            "Recursive cycle detected in Module "
                + module
                + " in the following functions: "
                + functions,
            "Recursive cycle detected in module "
                + module
                + " in the following functions: "
                + String.join(", ", functions))
        .at(position);
  }

  static PactException duplicate(QualifiedName name, Position position) {
    return PactException.fatal("Duplicate definition: " + name).at(position);
  }

  static PactException governance(QualifiedName name, Position position) {
    return PactException.fatal(
            "Invalid governance. Must be a 0-argument defcap or a keyset. Found " + name,
            "Invalid governance. Must be a 0-argument defcap or a keyset. Found: " + name)
        .at(position);
  }

  static PactException managedArgument(String name, Position position) {
    return PactException.fatal(
            "Invalid Managed arg: no such arg with name " + name,
            "Invalid managed argument. No argument with the name: " + name)
        .at(position);
  }

  static PactException manager(QualifiedName name, Position position) {
    return PactException.fatal(
            name
                + " is not a valid managed capability manager function. "
                + name
                + " must be a defun")
        .at(position);
  }

  static PactException lastRollback(QualifiedName name, Position position) {
    return PactException.fatal(
            "rollbacks aren't allowed on the last step in: " + name,
            "Rollbacks aren't allowed on the last step in: " + name)
        .at(position);
  }

  static PactException entity(QualifiedName name, Position position) {
    return PactException.fatal(
            "Pact 5 does not support entity expressions in defpact "
                + name
                + ". Please ensure your defpact steps have the correct number of expressions",
            "Pact 5 does not support entity expressions in defpact "
                + name
                + ".  Please ensure your defpact steps have the correct number of expressions")
        .at(position);
  }

  static PactException imports(ModuleName module, Collection<String> names, Position position) {
    return PactException.fatal(
            "Invalid imports, module or interface "
                + module
                + " does not implement the following members: "
                + names,
            "Invalid imports. Module or interface "
                + module
                + " does not implement the following members: "
                + String.join(", ", names))
        .at(position);
  }

  static PactException importHash(ModuleName module, ModuleHash hash, Position position) {
    return PactException.fatal(
            "Import error for module " + module + " , hash not blessed: " + hash,
            "Import error for module "
                + module
                + " . The module hash has not been blessed: "
                + hash)
        .at(position);
  }

  static PactException blessedHash(String hash, Position position) {
    return PactException.fatal("Invalid blessed hash, incorrect format: " + hash).at(position);
  }

  static PactException notImplemented(
      ModuleName module, ModuleName contract, String member, Position position) {
    return PactException.fatal(
            "Interface member not implemented, module "
                + module
                + " does not implement interface "
                + contract
                + " member: "
                + member,
            "Interface member not implemented. Module "
                + module
                + " does not implement interface "
                + contract
                + " member: "
                + member)
        .at(position);
  }

  static PactException wrongImplementation(
      ModuleName module, ModuleName contract, String member, Position position) {
    return PactException.fatal(
            "Module "
                + module
                + " does not correctly implement the function "
                + member
                + " from Interface "
                + contract,
            "Module "
                + module
                + " does not correctly implement the function "
                + member
                + " from the interface: "
                + contract)
        .at(position);
  }
}
