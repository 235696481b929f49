package dev.cairn.pact.encoding;

import dev.cairn.pact.type.Schema;
import dev.cairn.pact.type.TableValue;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.ModuleName;

/** The stable JSON of a table: its name, the version of its module, and its fields with types. */
final class TableJson {
  private final StringBuilder out;

  TableJson(StringBuilder out) {
    this.out = out;
  }

  void table(TableValue table) {
    member("{", ":tableName", table.module() + ":" + table.name());
    member(",", ":moduleHash", table.moduleHash().text());
    key(",", ":schema");
    schema(table.schema());
    out.append('}');
  }

  private void schema(Schema schema) {
    member("{", "sc_name", schema.name().toString());
    key(",", "sc_fields");
    String separator = "{";
    for (String field : LegacyOrder.keys(schema.fields())) {
      key(separator, field);
      type(schema.fields().get(field));
      separator = ",";
    }
    out.append(schema.fields().isEmpty() ? "{}}" : "}}");
  }

  private void type(Type type) {
    if (type instanceof Type.ListOf list) {
      key("{", "tylist");
      type(list.item());
      out.append('}');
    } else if (type instanceof Type.ObjectOf object) {
      key("{", "tyobject");
      schema(object.schema());
      out.append('}');
    } else if (type instanceof Type.TableOf table) {
      key("{", "tytable");
      schema(table.schema());
      out.append('}');
    } else if (type instanceof Type.ModuleOf module) {
      interfaces(module);
    } else {
      JsonText.quote(out, type.toString());
    }
  }

  private void interfaces(Type.ModuleOf module) {
    key("{", "tymodref");
    String separator = "[";
    for (ModuleName name : module.interfaces()) {
      out.append(separator);
      StableJson.moduleName(out, name);
      separator = ",";
    }
    out.append("]}");
  }

  private void member(String separator, String key, String text) {
    key(separator, key);
    JsonText.quote(out, text);
  }

  private void key(String separator, String key) {
    out.append(separator);
    JsonText.quote(out, key);
    out.append(':');
  }
}
