package dev.cairn.pact.resolve;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.keyset.KeysetNames;
import dev.cairn.pact.keyset.Namespaces;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Governance;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.syntax.Declaration;
import dev.cairn.pact.syntax.Expression;
import dev.cairn.pact.syntax.Import;
import dev.cairn.pact.syntax.TopLevel;
import dev.cairn.pact.term.Probes;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.QualifiedName;
import java.util.List;

/** Resolves top-level forms against what a transaction has loaded. */
public final class Resolver {
  private final Transaction transaction;

  public Resolver(Transaction transaction) {
    this.transaction = transaction;
  }

  /** The expression as a body without variables. */
  public Definition.Body expression(Expression expression) {
    ExpressionResolver expressions =
        new ExpressionResolver(
            new Names(transaction, null, transaction.natives()), transaction.probes());
    return expressions.body(List.of(), List.of(expression), false);
  }

  /** What the {@code use} brings in sight. */
  public List<Definition> imports(Import what) {
    return Imports.definitions(new Names(transaction, null, transaction.natives()), what);
  }

  /** A definition outside modules, as a member of the REPL's own module. */
  public Definition definition(Declaration declaration, Module home) {
    Names names = new Names(transaction, home, transaction.natives());
    return new DefinitionResolver(home, names, Probes.NONE).resolve(declaration);
  }

  /** The module, with its constants not evaluated and its hash not computed. */
  public Module module(TopLevel.Module form) {
    return module(form, Probes.NONE);
  }

  /** The same with the transaction's probes; such code has no hash of its own. */
  public Module observedModule(TopLevel.Module form) {
    return module(form, transaction.probes());
  }

  private Module module(TopLevel.Module form, Probes probes) {
    ModuleName name = Namespaces.qualified(transaction.scope().namespace(), form.name());
    Module module = new Module(name, governance(form), transactionHash(), form.code());
    Names names = new Names(transaction, module, transaction.moduleNatives());
    List<Declaration> ordered =
        DefinitionOrder.of(form.declarations(), name, transaction.moduleNatives());
    form.blessed().forEach(hash -> module.bless(Imports.hash(hash, form.position())));
    addImports(module, names, form.imports());
    for (ModuleName contract : form.interfaces()) {
      module.addImplemented(names.interfaceName(contract, form.position()));
    }
    addDefinitions(new DefinitionResolver(module, names, probes), module, names, ordered);
    checkGovernance(module, form.position());
    for (ModuleName contract : module.implemented()) {
      Module wanted = names.get(contract, form.position());
      ImplementationCheck.require(module, wanted, form.position());
    }
    return module;
  }

  /** The interface, with its constants not evaluated and its hash not computed. */
  public Module contract(TopLevel.Interface form) {
    ModuleName name = Namespaces.qualified(transaction.scope().namespace(), form.name());
    Module contract = new Module(name, null, transactionHash(), form.code());
    Names names = new Names(transaction, contract, transaction.moduleNatives());
    List<Declaration> ordered =
        DefinitionOrder.of(form.declarations(), name, transaction.moduleNatives());
    addImports(contract, names, form.imports());
    DefinitionResolver definitions = new DefinitionResolver(contract, names, Probes.NONE);
    addDefinitions(definitions, contract, names, ordered);
    return contract;
  }

  private String transactionHash() {
    return transaction.environment().transactionHash();
  }

  private static void addImports(Module module, Names names, List<Import> imports) {
    for (Import what : imports) {
      Imports.definitions(names, what).forEach(names::add);
      module.addImport(Imports.record(what));
    }
  }

  private static void addDefinitions(
      DefinitionResolver definitions, Module module, Names names, List<Declaration> declarations) {
    for (Declaration declaration : declarations) {
      Definition definition = definitions.resolve(declaration);
      module.add(definition);
      names.add(definition);
    }
  }

  private static Governance governance(TopLevel.Module form) {
    if (form.governance() instanceof TopLevel.Governance.Keyset keyset) {
      return new Governance.Keyset(KeysetNames.keysetName(keyset.name()));
    }
    return new Governance.Capability(((TopLevel.Governance.Capability) form.governance()).name());
  }

  private static void checkGovernance(Module module, Position position) {
    if (module.governance() instanceof Governance.Capability governance) {
      boolean valid =
          module.find(governance.name()) instanceof Defcap capability && capability.arity() == 0;
      if (!valid) {
        throw NameErrors.governance(new QualifiedName(module.name(), governance.name()), position);
      }
    }
  }
}
