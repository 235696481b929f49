package dev.cairn.pact.repl;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.natives.NativeTable;
import dev.cairn.pact.syntax.Argument;
import dev.cairn.pact.syntax.Declaration;
import dev.cairn.pact.syntax.Expression;
import dev.cairn.pact.syntax.TopLevel;
import java.util.List;

/** Refuses definitions and variables named like natives: such names would never be seen. */
final class ShadowCheck {
  private final NativeTable natives;

  private ShadowCheck(NativeTable natives) {
    this.natives = natives;
  }

  static void require(NativeTable natives, TopLevel form) {
    ShadowCheck check = new ShadowCheck(natives);
    if (form instanceof TopLevel.Module module) {
      check.name(module.name(), module.position());
      module.declarations().forEach(check::declaration);
    } else if (form instanceof TopLevel.Interface contract) {
      check.name(contract.name(), contract.position());
      contract.declarations().forEach(check::declaration);
    } else if (form instanceof TopLevel.Definition definition) {
      check.declaration(definition.declaration());
    } else if (form instanceof TopLevel.Evaluation evaluation) {
      check.expression(evaluation.expression());
    }
  }

  private void name(String name, Position position) {
    if (natives.contains(name)) {
      throw PactException.fatal(
              "Variable " + name + " shadows native with the same name",
              "Variable " + name + " shadows native with same name")
          .at(position);
    }
  }

  private void arguments(List<Argument> arguments) {
    arguments.forEach(argument -> name(argument.name(), argument.position()));
  }

  private void declaration(Declaration declaration) {
    name(declaration.name(), declaration.position());
    if (declaration instanceof Declaration.Function function) {
      arguments(function.arguments());
      function.body().forEach(this::expression);
    } else if (declaration instanceof Declaration.Constant constant) {
      expression(constant.value());
    } else if (declaration instanceof Declaration.Capability capability) {
      arguments(capability.arguments());
      capability.body().forEach(this::expression);
    } else if (declaration instanceof Declaration.Pact pact) {
      arguments(pact.arguments());
      pact.steps().forEach(this::step);
    }
  }

  private void step(Declaration.Step step) {
    expression(step.body());
    if (step.rollback() != null) {
      expression(step.rollback());
    }
  }

  private void expression(Expression expression) {
    if (expression instanceof Expression.ListOf list) {
      list.items().forEach(this::expression);
    } else if (expression instanceof Expression.ObjectOf object) {
      object.fields().forEach(field -> expression(field.value()));
    } else if (expression instanceof Expression.Application application) {
      expression(application.function());
      application.operands().forEach(this::expression);
    } else if (expression instanceof Expression.Lambda lambda) {
      arguments(lambda.arguments());
      lambda.body().forEach(this::expression);
    } else if (expression instanceof Expression.Let let) {
      let.binders().forEach(this::binder);
      let.body().forEach(this::expression);
    } else if (expression instanceof Expression.Binding binding) {
      binding.fields().forEach(field -> arguments(List.of(field.argument())));
      binding.body().forEach(this::expression);
    }
  }

  private void binder(Expression.Binder binder) {
    arguments(List.of(binder.argument()));
    expression(binder.value());
  }
}
