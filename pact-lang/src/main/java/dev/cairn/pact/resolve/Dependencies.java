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
  private final Locals locals = new Locals();
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
      signature(function.result(), function.arguments());
      within(function.arguments(), () -> all(function.body()));
    } else if (declaration instanceof Declaration.Constant constant) {
      type(constant.type());
      expression(constant.value());
    } else if (declaration instanceof Declaration.Capability capability) {
      capability(capability);
    } else if (declaration instanceof Declaration.Schema schema) {
      schema.fields().forEach(field -> type(field.type()));
    } else if (declaration instanceof Declaration.Table table) {
      name(table.schema());
    } else if (declaration instanceof Declaration.Pact pact) {
      signature(pact.result(), pact.arguments());
      within(pact.arguments(), () -> pact.steps().forEach(this::step));
    }
  }

  private void capability(Declaration.Capability capability) {
    signature(capability.result(), capability.arguments());
    within(capability.arguments(), () -> all(capability.body()));
    if (capability.meta() instanceof Declaration.Meta.Managed managed) {
      name(managed.manager());
    }
  }

  private void signature(@Nullable TypeName result, List<Argument> arguments) {
    type(result);
    arguments.forEach(argument -> type(argument.type()));
  }

  private void step(Declaration.Step step) {
    expression(step.body());
    if (step.rollback() != null) {
      expression(step.rollback());
    }
  }

  /** Goes through code that sees the arguments as variables. */
  private void within(List<Argument> arguments, Runnable code) {
    arguments.forEach(argument -> locals.bind(argument.name()));
    code.run();
    arguments.forEach(argument -> locals.unbind(argument.name()));
  }

  private void type(@Nullable TypeName type) {
    if (type instanceof TypeName.ListOf list) {
      type(list.item());
    } else if (type instanceof TypeName.ObjectOf object) {
      name(object.schema());
    } else if (type instanceof TypeName.TableOf table) {
      name(table.schema());
    }
  }

  private void name(Name name) {
    if (name instanceof Name.Bare bare) {
      if (locals.slot(bare.name()) == null && !natives.contains(bare.name())) {
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

  private void all(List<Expression> expressions) {
    expressions.forEach(this::expression);
  }

  private void expression(Expression expression) {
    if (expression instanceof Expression.Variable variable) {
      name(variable.name());
    } else if (expression instanceof Expression.ListOf list) {
      all(list.items());
    } else if (expression instanceof Expression.ObjectOf object) {
      object.fields().forEach(field -> expression(field.value()));
    } else if (expression instanceof Expression.Application application) {
      expression(application.function());
      all(application.operands());
    } else if (expression instanceof Expression.Lambda lambda) {
      lambda.arguments().forEach(argument -> type(argument.type()));
      within(lambda.arguments(), () -> all(lambda.body()));
    } else if (expression instanceof Expression.Let let) {
      let(let);
    } else if (expression instanceof Expression.Binding binding) {
      binding(binding);
    }
  }

  private void let(Expression.Let let) {
    for (Expression.Binder binder : let.binders()) {
      type(binder.argument().type());
      expression(binder.value());
      locals.bind(binder.argument().name());
    }
    all(let.body());
    let.binders().forEach(binder -> locals.unbind(binder.argument().name()));
  }

  private void binding(Expression.Binding binding) {
    List<Argument> arguments = new ArrayList<>();
    binding.fields().forEach(field -> arguments.add(field.argument()));
    arguments.forEach(argument -> type(argument.type()));
    within(arguments, () -> all(binding.body()));
  }
}
