package dev.cairn.pact.resolve;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.module.Defconst;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Defpact;
import dev.cairn.pact.module.Defschema;
import dev.cairn.pact.module.Deftable;
import dev.cairn.pact.module.Defun;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.module.Signature;
import dev.cairn.pact.syntax.Argument;
import dev.cairn.pact.syntax.Declaration;
import dev.cairn.pact.syntax.Name;
import dev.cairn.pact.term.Member;
import dev.cairn.pact.term.Probes;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Schema;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Resolves the members of one module or interface, one after the other. */
final class DefinitionResolver {
  private final Module module;
  private final TypeResolver types;
  private final ExpressionResolver expressions;

  DefinitionResolver(Module module, Names names, Probes probes) {
    this.module = module;
    this.types = new TypeResolver(names);
    this.expressions = new ExpressionResolver(names, probes);
  }

  /** The definition; what it refers to must be resolved already. */
  Definition resolve(Declaration declaration) {
    if (declaration instanceof Declaration.Function function) {
      return module.isInterface() ? signature(function) : defun(function);
    }
    if (declaration instanceof Declaration.Constant constant) {
      return defconst(constant);
    }
    if (declaration instanceof Declaration.Capability capability) {
      return module.isInterface() ? signature(capability) : defcap(capability);
    }
    if (declaration instanceof Declaration.Schema schema) {
      return defschema(schema);
    }
    if (declaration instanceof Declaration.Table table) {
      return deftable(table);
    }
    Declaration.Pact pact = (Declaration.Pact) declaration;
    return module.isInterface() ? signature(pact) : defpact(pact);
  }

  private Definition defun(Declaration.Function function) {
    Position position = function.position();
    List<Parameter> parameters = types.parameters(function.arguments());
    Type result = types.optional(function.result(), position);
    Definition.Body body = expressions.body(parameters, function.body(), false);
    return new Defun(module, function.name(), parameters, result, body, position);
  }

  private Definition signature(Declaration.Function function) {
    Position position = function.position();
    return new Signature(
        module,
        function.name(),
        "defun",
        types.parameters(function.arguments()),
        types.optional(function.result(), position),
        null,
        position);
  }

  private Definition defconst(Declaration.Constant constant) {
    Position position = constant.position();
    Type type = types.optional(constant.type(), position);
    Definition.Body body = expressions.body(List.of(), List.of(constant.value()), false);
    return new Defconst(module, constant.name(), type, body, position);
  }

  private Definition defcap(Declaration.Capability capability) {
    Position position = capability.position();
    Defcap.Meta meta = meta(capability);
    List<Parameter> parameters = types.parameters(capability.arguments());
    Type result = types.optional(capability.result(), position);
    Definition.Body body = expressions.body(parameters, capability.body(), true);
    return new Defcap(module, capability.name(), parameters, result, meta, body, position);
  }

  private Definition signature(Declaration.Capability capability) {
    Position position = capability.position();
    return new Signature(
        module,
        capability.name(),
        "defcap",
        types.parameters(capability.arguments()),
        types.optional(capability.result(), position),
        meta(capability),
        position);
  }

  private Defcap.Meta meta(Declaration.Capability capability) {
    Declaration.Meta meta = capability.meta();
    if (meta == null) {
      return new Defcap.Meta.Unmanaged();
    }
    if (meta instanceof Declaration.Meta.Event) {
      return new Defcap.Meta.Event();
    }
    if (meta instanceof Declaration.Meta.Managed managed) {
      return managed(capability, managed);
    }
    return new Defcap.Meta.AutoManaged();
  }

  private Defcap.Meta managed(Declaration.Capability capability, Declaration.Meta.Managed managed) {
    int index =
        capability.arguments().stream().map(Argument::name).toList().indexOf(managed.parameter());
    if (index < 0) {
      throw NameErrors.managedArgument(managed.parameter(), capability.position());
    }
    Defun manager = module.isInterface() ? null : manager(managed.manager(), capability);
    String name = manager == null ? interfaceManager(managed, capability) : manager.name();
    return new Defcap.Meta.Managed(index, managed.parameter(), name, manager);
  }

  /** An interface only names the manager, which must be one of its functions. */
  private String interfaceManager(
      Declaration.Meta.Managed managed, Declaration.Capability capability) {
    String name = managed.manager().toString();
    if (!(module.find(name) instanceof Signature function) || !function.kind().equals("defun")) {
      throw NameErrors.noMember(module.name(), name, capability.position());
    }
    return name;
  }

  private Defun manager(Name name, Declaration.Capability capability) {
    Position position = capability.position();
    if (!(expressions.name(name, position) instanceof Member member)) {
      throw NameErrors.syntax(
          "Expected free variable in expression, found locally bound:  " + name, position);
    }
    if (member.definition() instanceof Defun function) {
      return function;
    }
    throw NameErrors.manager(member.definition().qualifiedName(), position);
  }

  private Definition defschema(Declaration.Schema schema) {
    SortedMap<String, Type> fields = new TreeMap<>(CodePoints.ORDER);
    for (Argument field : schema.fields()) {
      Type type = types.optional(field.type(), field.position());
      fields.put(field.name(), type == null ? Type.Open.VALUE : type);
    }
    QualifiedName name = new QualifiedName(module.name(), schema.name());
    return new Defschema(module, schema.name(), new Schema(name, fields), schema.position());
  }

  private Definition deftable(Declaration.Table table) {
    Schema schema = types.schema(table.schema(), table.position());
    return new Deftable(module, table.name(), schema, table.position());
  }

  private Definition defpact(Declaration.Pact pact) {
    Position position = pact.position();
    QualifiedName name = new QualifiedName(module.name(), pact.name());
    List<Parameter> parameters = types.parameters(pact.arguments());
    Type result = types.optional(pact.result(), position);
    List<Defpact.Step> steps = new ArrayList<>(pact.steps().size());
    for (Declaration.Step step : pact.steps()) {
      if (step.entity()) {
        throw NameErrors.entity(name, position);
      }
      steps.add(step(step, parameters));
    }
    if (steps.get(steps.size() - 1).hasRollback()) {
      throw NameErrors.lastRollback(name, position);
    }
    return new Defpact(module, pact.name(), parameters, result, steps, position);
  }

  private Defpact.Step step(Declaration.Step step, List<Parameter> parameters) {
    Definition.Body body = expressions.body(parameters, List.of(step.body()), false);
    Definition.Body rollback =
        step.rollback() == null
            ? null
            : expressions.body(parameters, List.of(step.rollback()), false);
    return new Defpact.Step(body, rollback);
  }

  private Definition signature(Declaration.Pact pact) {
    Position position = pact.position();
    return new Signature(
        module,
        pact.name(),
        "defpact",
        types.parameters(pact.arguments()),
        types.optional(pact.result(), position),
        null,
        position);
  }
}
