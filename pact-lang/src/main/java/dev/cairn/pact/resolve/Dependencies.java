package dev.cairn.pact.resolve;

import dev.cairn.pact.natives.NativeTable;
import dev.cairn.pact.syntax.Argument;
import dev.cairn.pact.syntax.Declaration;
import dev.cairn.pact.syntax.Expression;
import dev.cairn.pact.syntax.Name;
import dev.cairn.pact.syntax.TypeName;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.ModuleName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the members of a module that one of its declarations refers to. */
final class Dependencies {
  private final ModuleName module;
  private final Set<String> members;
  private final NativeTable natives;
  private final SortedSet<String> found = new TreeSet<>(CodePoints.ORDER);

  private Dependencies(ModuleName module, Set<String> members, NativeTable natives) {
    this.module = module;
    this.members = members;
    this.natives = natives;
  }

  /** The names, among the members', that the declaration needs to be known before it. */
  static SortedSet<String> of(
      Declaration declaration, ModuleName module, Set<String> members, NativeTable natives) {
    Dependencies dependencies = new Dependencies(module, members, natives);
    dependencies.declaration(declaration);
    return dependencies.found;
  }

  private void declaration(Declaration declaration) {
    if (declaration instanceof Declaration.Function function) {
      callable(function.result(), function.arguments());
      body(function.body(), names(function.arguments()));
    } else if (declaration instanceof Declaration.Constant constant) {
      type(constant.type());
      expression(constant.value(), Set.of());
    } else if (declaration instanceof Declaration.Capability capability) {
      callable(capability.result(), capability.arguments());
      body(capability.body(), names(capability.arguments()));
      if (capability.meta() instanceof Declaration.Meta.Managed managed) {
        name(managed.manager(), Set.of());
      }
    } else if (declaration instanceof Declaration.Schema schema) {
      schema.fields().forEach(field -> type(field.type()));
    } else if (declaration instanceof Declaration.Table table) {
      name(table.schema(), Set.of());
    } else if (declaration instanceof Declaration.Pact pact) {
      callable(pact.result(), pact.arguments());
      pact.steps().forEach(step -> step(step, names(pact.arguments())));
    }
  }

  private void callable(@Nullable TypeName result, List<Argument> arguments) {
    type(result);
    arguments.forEach(argument -> type(argument.type()));
  }

  private void step(Declaration.Step step, Set<String> locals) {
    expression(step.body(), locals);
    if (step.rollback() != null) {
      expression(step.rollback(), locals);
    }
  }

  private static Set<String> names(List<Argument> arguments) {
    Set<String> names = new HashSet<>();
    arguments.forEach(argument -> names.add(argument.name()));
    return names;
  }

  private static Set<String> plus(Set<String> names, List<Argument> arguments) {
    Set<String> all = new HashSet<>(names);
    arguments.forEach(argument -> all.add(argument.name()));
    return all;
  }

  private void type(@Nullable TypeName type) {
    if (type instanceof TypeName.ListOf list) {
      type(list.item());
    } else if (type instanceof TypeName.ObjectOf object) {
      name(object.schema(), Set.of());
    } else if (type instanceof TypeName.TableOf table) {
      name(table.schema(), Set.of());
    }
  }

  private void name(Name name, Set<String> locals) {
    if (name instanceof Name.Bare bare) {
      if (!locals.contains(bare.name()) && !natives.contains(bare.name())) {
        add(bare.name());
      }
    } else if (name instanceof Name.Qualified qualified && qualified.module().equals(module)) {
      add(qualified.name());
    }
  }

  private void add(String member) {
    if (members.contains(member)) {
      found.add(member);
    }
  }

  private void body(List<Expression> expressions, Set<String> locals) {
    expressions.forEach(expression -> expression(expression, locals));
  }

  private void expression(Expression expression, Set<String> locals) {
    if (expression instanceof Expression.Variable variable) {
      name(variable.name(), locals);
    } else if (expression instanceof Expression.ListOf list) {
      body(list.items(), locals);
    } else if (expression instanceof Expression.ObjectOf object) {
      object.fields().forEach(field -> expression(field.value(), locals));
    } else if (expression instanceof Expression.Application application) {
      expression(application.function(), locals);
      body(application.operands(), locals);
    } else if (expression instanceof Expression.Lambda lambda) {
      lambda.arguments().forEach(argument -> type(argument.type()));
      body(lambda.body(), plus(locals, lambda.arguments()));
    } else if (expression instanceof Expression.Let let) {
      let(let, locals);
    } else if (expression instanceof Expression.Binding binding) {
      binding(binding, locals);
    }
  }

  private void let(Expression.Let let, Set<String> outer) {
    Set<String> locals = new HashSet<>(outer);
    for (Expression.Binder binder : let.binders()) {
      type(binder.argument().type());
      expression(binder.value(), locals);
      locals.add(binder.argument().name());
    }
    body(let.body(), locals);
  }

  private void binding(Expression.Binding binding, Set<String> locals) {
    List<Argument> arguments = new ArrayList<>();
    binding.fields().forEach(field -> arguments.add(field.argument()));
    arguments.forEach(argument -> type(argument.type()));
    body(binding.body(), plus(locals, arguments));
  }
}
