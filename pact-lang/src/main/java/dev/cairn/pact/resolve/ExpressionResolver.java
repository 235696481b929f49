package dev.cairn.pact.resolve;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Defschema;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.module.Signature;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.syntax.Argument;
import dev.cairn.pact.syntax.Expression;
import dev.cairn.pact.syntax.Name;
import dev.cairn.pact.term.Application;
import dev.cairn.pact.term.DynamicMember;
import dev.cairn.pact.term.Lambda;
import dev.cairn.pact.term.Let;
import dev.cairn.pact.term.ListTerm;
import dev.cairn.pact.term.Literal;
import dev.cairn.pact.term.Member;
import dev.cairn.pact.term.ModuleReference;
import dev.cairn.pact.term.NativeTerm;
import dev.cairn.pact.term.ObjectTerm;
import dev.cairn.pact.term.Probes;
import dev.cairn.pact.term.Sequence;
import dev.cairn.pact.term.Term;
import dev.cairn.pact.term.Variable;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.ModuleRef;
import dev.cairn.pact.value.PString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Resolves the expressions of one body after the other. */
final class ExpressionResolver {
  private static final String OBJECT = "#bindObject";

  /**
   * Most variables around a closure: each closure copies them, so many would make a cheap call
   * expensive. People write ten.
   */
  private static final int MAX_CAPTURED = 1_000;

  private final Names names;
  private final Probes probes;
  private final TypeResolver types;
  private final SpecialForms forms;
  private final Locals locals = new Locals();
  private BodySize size = new BodySize();
  private boolean inCapability;

  ExpressionResolver(Names names, Probes probes) {
    this.names = names;
    this.probes = probes;
    this.types = new TypeResolver(names);
    this.forms = new SpecialForms(this);
  }

  Names names() {
    return names;
  }

  boolean inCapability() {
    return inCapability;
  }

  /** The body of a function, capability or step, whose variables are the parameters. */
  Definition.Body body(List<Parameter> parameters, List<Expression> body, boolean capability) {
    inCapability = capability;
    try {
      return measured(parameters, () -> sequence(body, body.get(0).position()));
    } finally {
      inCapability = false;
    }
  }

  /** The term in a frame of its own, together with the parameters' variables. */
  private Definition.Body measured(List<Parameter> parameters, Supplier<Term> term) {
    BodySize outer = size;
    size = new BodySize();
    parameters.forEach(parameter -> bind(parameter.name()));
    Term resolved = term.get();
    for (int i = parameters.size() - 1; i >= 0; i--) {
      locals.unbind(parameters.get(i).name());
    }
    Definition.Body body = new Definition.Body(resolved, size.frame(), size.height());
    size = outer;
    return body;
  }

  private int bind(String name) {
    int slot = locals.bind(name);
    size.reserve(locals.depth());
    return slot;
  }

  Term sequence(List<Expression> expressions, Position position) {
    if (expressions.size() == 1) {
      return resolve(expressions.get(0));
    }
    return new Sequence(all(expressions), position);
  }

  List<Term> all(List<Expression> expressions) {
    List<Term> terms = new ArrayList<>(expressions.size());
    expressions.forEach(expression -> terms.add(resolve(expression)));
    return terms;
  }

  Term resolve(Expression expression) {
    return probes.observe(unobserved(expression));
  }

  /** The term where its own kind matters to the form around it. */
  Term unobserved(Expression expression) {
    size.enter();
    Term term = resolveInside(expression);
    size.leave();
    return term;
  }

  private Term resolveInside(Expression expression) {
    if (expression instanceof Expression.Variable variable) {
      return name(variable.name(), variable.position());
    }
    if (expression instanceof Expression.Literal literal) {
      return new Literal(literal.value(), literal.position());
    }
    if (expression instanceof Expression.Application application) {
      return forms.application(application);
    }
    if (expression instanceof Expression.Let let) {
      return let(let.binders(), 0, let);
    }
    if (expression instanceof Expression.Lambda lambda) {
      return lambda(lambda.arguments(), lambda.body(), lambda.position());
    }
    if (expression instanceof Expression.ListOf list) {
      return new ListTerm(all(list.items()), list.position());
    }
    if (expression instanceof Expression.ObjectOf object) {
      return object(object);
    }
    return binding((Expression.Binding) expression);
  }

  private Term object(Expression.ObjectOf object) {
    List<ObjectTerm.Field> fields = new ArrayList<>(object.fields().size());
    for (Expression.Field field : object.fields()) {
      fields.add(new ObjectTerm.Field(field.key(), resolve(field.value())));
    }
    return new ObjectTerm(fields, object.position());
  }

  /** Binders one inside the other; walked with a loop, since a let can be long. */
  private Term let(List<Expression.Binder> binders, int from, Expression.Let let) {
    List<Parameter> variables = new ArrayList<>();
    List<Integer> slots = new ArrayList<>();
    List<Term> values = new ArrayList<>();
    for (Expression.Binder binder : binders.subList(from, binders.size())) {
      Term value = resolve(binder.value());
      Parameter variable = types.parameter(binder.argument());
      values.add(value);
      variables.add(variable);
      slots.add(bind(variable.name()));
    }
    Term body = sequence(let.body(), let.position());
    return nested(variables, slots, values, body, let.position());
  }

  private Term nested(
      List<Parameter> variables,
      List<Integer> slots,
      List<Term> values,
      Term innermost,
      Position position) {
    Term body = innermost;
    for (int i = values.size() - 1; i >= 0; i--) {
      locals.unbind(variables.get(i).name());
      body = new Let(variables.get(i), slots.get(i), values.get(i), body, position);
    }
    return body;
  }

  Term lambda(List<Argument> arguments, List<Expression> body, Position position) {
    List<Parameter> parameters = types.parameters(arguments);
    return lambdaOf(parameters, () -> sequence(body, position), position);
  }

  /** A lambda whose body is made when its parameters are in sight. */
  Term lambdaOf(List<Parameter> parameters, Supplier<Term> body, Position position) {
    int captured = locals.depth();
    if (captured > MAX_CAPTURED) {
      throw PactException.fatal("A closure sees more than " + MAX_CAPTURED + " variables")
          .at(position);
    }
    Definition.Body measured =
        measured(
            parameters,
            () -> {
              size.reserve(locals.depth());
              return body.get();
            });
    return new Lambda(parameters, measured, captured, position);
  }

  /** {@code (lambda (o) (let ((v (at 'k o)) …) body…))}; the last field is bound first. */
  private Term binding(Expression.Binding binding) {
    if (binding.body().isEmpty()) {
      throw NameErrors.emptyBinding(binding.position());
    }
    Parameter object = new Parameter(OBJECT, null, binding.position());
    return lambdaOf(List.of(object), () -> fields(binding), binding.position());
  }

  private Term fields(Expression.Binding binding) {
    List<Parameter> variables = new ArrayList<>();
    List<Integer> slots = new ArrayList<>();
    List<Term> values = new ArrayList<>();
    for (int i = binding.fields().size() - 1; i >= 0; i--) {
      Expression.FieldBinder field = binding.fields().get(i);
      Position position = field.argument().position();
      Term key = new Literal(new PString(field.key()), position);
      values.add(
          new Application(
              new NativeTerm(coreNative("at"), position),
              List.of(key, variable(OBJECT, position)),
              position));
      Parameter variable = types.parameter(field.argument());
      variables.add(variable);
      slots.add(bind(variable.name()));
    }
    Term body = sequence(binding.body(), binding.position());
    return nested(variables, slots, values, body, binding.position());
  }

  Native coreNative(String name) {
    Native entry = names.natives().find(name);
    if (entry == null) {
      throw new IllegalStateException("Native " + name + " is missing.");
    }
    return entry;
  }

  Term variable(String name, Position position) {
    Term found = local(name, position);
    if (found == null) {
      throw NameErrors.unboundVariable(name, position);
    }
    return found;
  }

  private @Nullable Variable local(String name, Position position) {
    Integer slot = locals.slot(name);
    return slot == null ? null : new Variable(name, slot, locals.depth() - slot - 1, position);
  }

  Term name(Name name, Position position) {
    if (name instanceof Name.Bare bare) {
      return bare(bare.name(), position);
    }
    if (name instanceof Name.Qualified qualified) {
      return qualified(qualified, position);
    }
    Name.Dynamic dynamic = (Name.Dynamic) name;
    Variable reference = local(dynamic.reference(), position);
    if (reference == null) {
      throw names.member(dynamic.reference()) == null
          ? NameErrors.unboundVariable(dynamic.reference(), position)
          : NameErrors.syntax("Invalid dynamic call: " + dynamic, position);
    }
    return new DynamicMember(reference, dynamic.name(), position);
  }

  /** Natives win over everything. */
  private Term bare(String name, Position position) {
    Native entry = names.nativeNamed(name);
    if (entry != null) {
      return new NativeTerm(entry, position);
    }
    Term builtIn = forms.constant(name, position);
    if (builtIn != null) {
      return builtIn;
    }
    Variable variable = local(name, position);
    if (variable != null) {
      return variable;
    }
    Definition member = names.member(name);
    if (member != null) {
      return member(member, name, position);
    }
    return reference(name, names.moduleReference(ModuleName.root(name), position), position);
  }

  private Term qualified(Name.Qualified name, Position position) {
    Definition member = names.member(name.module(), name.name());
    if (member != null) {
      return member(member, name.name(), position);
    }
    Module module = names.moduleOfNamespace(name.module(), name.name());
    if (module == null) {
      throw NameErrors.noMember(name.module(), name.name(), position);
    }
    return reference(name.name(), module, position);
  }

  private static Term reference(String written, Module module, Position position) {
    ModuleRef value = ModuleRef.of(module.name(), module.implemented());
    return new ModuleReference(written, value, module.implemented(), position);
  }

  private static Term member(Definition definition, String name, Position position) {
    if (definition instanceof Defschema || definition instanceof Signature) {
      throw NameErrors.notATerm(name, position);
    }
    return new Member(definition, position);
  }
}
