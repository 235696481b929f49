package dev.cairn.pact.modulehash;

import dev.cairn.pact.encoding.CborWriter;
import dev.cairn.pact.encoding.ValueCbor;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Schema;
import dev.cairn.pact.type.TableValue;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.PactValue;

/** Writes types, and the values of constants, for the module hash. */
final class TypeCbor {
  private final CborWriter out;
  private final ValueCbor values;

  TypeCbor(CborWriter out) {
    this.out = out;
    this.values = new ValueCbor(out);
  }

  /** A name with its type, if it has one. */
  void parameter(Parameter parameter) {
    out.array(3).text(parameter.name());
    Type type = parameter.type();
    out.array(type == null ? 0 : 1);
    if (type != null) {
      type(type);
    }
    out.nothing();
  }

  private void type(Type type) {
    if (type instanceof Type.Primitive primitive) {
      out.array(2).integer(0).integer(number(primitive));
    } else if (type instanceof Type.ListOf list) {
      out.array(2).integer(1);
      type(list.item());
    } else if (type instanceof Type.ModuleOf module) {
      out.array(2).integer(3);
      values.moduleNames(module.interfaces());
    } else if (type instanceof Type.ObjectOf object) {
      out.array(2).integer(4);
      schema(object.schema());
    } else if (type instanceof Type.TableOf table) {
      out.array(2).integer(6);
      schema(table.schema());
    } else if (type instanceof Type.Open open) {
      out.array(1).integer(number(open));
    }
  }

  private static int number(Type.Primitive type) {
    return switch (type) {
      case INTEGER -> 0;
      case DECIMAL -> 1;
      case BOOL -> 2;
      case STRING -> 3;
      case GUARD -> 4;
      case TIME -> 5;
      case UNIT -> 6;
    };
  }

  private static int number(Type.Open type) {
    return switch (type) {
      case LIST -> 2;
      case OBJECT -> 5;
      case VALUE -> 8;
    };
  }

  void schema(Schema schema) {
    out.array(2);
    values.qualifiedName(schema.name());
    fields(schema);
  }

  void fields(Schema schema) {
    out.map(schema.fields().size());
    schema
        .fields()
        .forEach(
            (field, type) -> {
              out.text(field);
              type(type);
            });
  }

  /** The value of a constant; a table can be one, though none can be stored. */
  void value(PactValue value) {
    if (value instanceof TableValue table) {
      out.array(2).integer(7).array(3).array(2).text(table.name());
      values.moduleName(table.module());
      out.bytes(table.moduleHash().bytes());
      schema(table.schema());
    } else {
      values.value(value);
    }
  }
}
