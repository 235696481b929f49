package dev.cairn.pact.resolve;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Defschema;
import dev.cairn.pact.syntax.Argument;
import dev.cairn.pact.syntax.Name;
import dev.cairn.pact.syntax.TypeName;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Schema;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.ModuleName;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Resolves types. */
final class TypeResolver {
  private final Names names;

  TypeResolver(Names names) {
    this.names = names;
  }

  List<Parameter> parameters(List<Argument> arguments) {
    return arguments.stream().map(this::parameter).toList();
  }

  Parameter parameter(Argument argument) {
    return new Parameter(
        argument.name(), optional(argument.type(), argument.position()), argument.position());
  }

  @Nullable Type optional(@Nullable TypeName type, Position position) {
    return type == null ? null : type(type, position);
  }

  Type type(TypeName type, Position position) {
    if (type instanceof TypeName.Plain plain) {
      return plain(plain.word());
    }
    if (type instanceof TypeName.ListOf list) {
      return new Type.ListOf(type(list.item(), position));
    }
    if (type instanceof TypeName.ObjectOf object) {
      return new Type.ObjectOf(schema(object.schema(), position));
    }
    if (type instanceof TypeName.TableOf table) {
      return new Type.TableOf(schema(table.schema(), position));
    }
    return new Type.ModuleOf(interfaces(((TypeName.ModuleOf) type).interfaces(), position));
  }

  private static Type plain(String word) {
    return switch (word) {
      case "integer" -> Type.Primitive.INTEGER;
      case "decimal" -> Type.Primitive.DECIMAL;
      case "string" -> Type.Primitive.STRING;
      case "bool" -> Type.Primitive.BOOL;
      case "time" -> Type.Primitive.TIME;
      case "unit" -> Type.Primitive.UNIT;
      case "guard", "keyset" -> Type.Primitive.GUARD;
      case "list" -> Type.Open.LIST;
      case "object" -> Type.Open.OBJECT;
      default -> throw new IllegalArgumentException("The parser knows no type " + word + ".");
    };
  }

  private SortedSet<ModuleName> interfaces(List<ModuleName> written, Position position) {
    SortedSet<ModuleName> resolved = new TreeSet<>();
    written.forEach(name -> resolved.add(names.interfaceName(name, position)));
    return resolved;
  }

  /** The schema of that name. */
  Schema schema(Name name, Position position) {
    Definition definition = definition(name, position);
    if (definition instanceof Defschema schema) {
      return schema.schema();
    }
    if (definition == null) {
      throw NameErrors.unboundType(name.toString(), position);
    }
    throw NameErrors.notASchema(name.toString(), position);
  }

  private @Nullable Definition definition(Name name, Position position) {
    if (name instanceof Name.Bare bare) {
      Definition member = names.member(bare.name());
      if (member == null) {
        names.moduleReference(ModuleName.root(bare.name()), position);
      }
      return member;
    }
    if (name instanceof Name.Qualified qualified) {
      Definition member = names.member(qualified.module(), qualified.name());
      if (member == null) {
        throw NameErrors.noMember(qualified.module(), qualified.name(), position);
      }
      return member;
    }
    return null;
  }
}
