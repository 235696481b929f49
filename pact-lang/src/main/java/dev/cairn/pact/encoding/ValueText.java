package dev.cairn.pact.encoding;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.time.TimePattern;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.ModuleRef;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PTable;
import dev.cairn.pact.value.PTime;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Values as people read them (reference section 2.7): in the dialect of {@code show} and {@code
 * format}, and in that of the REPL. Neither escapes strings, so neither can be read back.
 */
public final class ValueText {
  private enum Dialect {
    SHOW(", "),
    REPL(" ");

    private final String separator;

    Dialect(String separator) {
      this.separator = separator;
    }
  }

  /** Between the arguments of guards, in both dialects. */
  private static final String ARGUMENTS = ", ";

  private final Dialect dialect;
  private final StringBuilder out = new StringBuilder();

  private ValueText(Dialect dialect) {
    this.dialect = dialect;
  }

  /** What {@code show} gives; a string is in quotes. */
  public static String show(PactValue value) {
    return write(value, Dialect.SHOW);
  }

  /** What {@code format} puts in the place of {@code {}}; a string is bare. */
  public static String bare(PactValue value) {
    return value instanceof PString string ? string.value() : show(value);
  }

  /** What the REPL prints as a result and in its errors. */
  public static String repl(PactValue value) {
    return write(value, Dialect.REPL);
  }

  private static String write(PactValue value, Dialect dialect) {
    ValueText text = new ValueText(dialect);
    text.value(value);
    return text.out.toString();
  }

  private ValueText value(PactValue value) {
    if (value instanceof PString string) {
      out.append('"').append(string.value()).append('"');
    } else if (value instanceof PInteger integer) {
      out.append(integer.value());
    } else if (value instanceof PDecimal decimal) {
      out.append(decimal(decimal.value()));
    } else if (value instanceof PBool bool) {
      out.append(bool.value());
    } else if (value instanceof PUnit) {
      out.append("()");
    } else if (value instanceof PTime time) {
      out.append('"').append(TimePattern.format(TimePattern.ISO_SECONDS, time)).append('"');
    } else if (value instanceof PList list) {
      list(list, dialect.separator);
    } else if (value instanceof PObject object) {
      object(object);
    } else if (value instanceof Guard guard) {
      guard(guard);
    } else if (value instanceof ModuleRef reference) {
      out.append(reference.name());
    } else if (value instanceof CapToken token) {
      token(token);
    } else if (value instanceof PTable table) {
      out.append(table.fullName());
    }
    return this;
  }

  private String decimal(Decimal decimal) {
    return dialect == Dialect.REPL && decimal.isWhole()
        ? decimal.rounded(RoundingMode.UNNECESSARY) + ".0"
        : decimal.toString();
  }

  private ValueText list(PList list, String separator) {
    out.append('[');
    String before = "";
    for (PactValue item : list.items()) {
      out.append(before);
      value(item);
      before = separator;
    }
    out.append(']');
    return this;
  }

  private void object(PObject object) {
    out.append('{');
    String separator = "";
    for (var field : object.fields().entrySet()) {
      out.append(separator).append('"').append(field.getKey()).append("\": ");
      value(field.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void token(CapToken token) {
    out.append("CapToken(").append(token.name().qualified());
    for (PactValue argument : token.args().items()) {
      out.append(' ');
      value(argument);
    }
    out.append(')');
  }

  private void guard(Guard guard) {
    if (guard instanceof Guard.Keyset keyset) {
      field("KeySet {keys: ", keys(keyset.keys())).field(",pred: ", keyset.predicate()).end();
    } else if (guard instanceof Guard.KeysetReference reference) {
      out.append('\'').append(reference.name());
    } else if (guard instanceof Guard.UserGuard user) {
      field("UserGuard {fun: ", user.function())
          .field(",args: ", "")
          .list(user.args(), ARGUMENTS)
          .end();
    } else if (guard instanceof Guard.CapabilityGuard capability) {
      String pactId = capability.pactId() == null ? "" : capability.pactId();
      field("CapabilityGuard {name: ", capability.name());
      field(",args: ", "").list(capability.args(), ARGUMENTS).field(",pactId: ", pactId).end();
    } else if (guard instanceof Guard.ModuleGuard module) {
      field("ModuleGuard {module: ", module.module()).field(",name: ", module.name()).end();
    } else if (guard instanceof Guard.PactGuard pact) {
      field("PactGuard {pactId: ", pact.pactId()).field(",name: ", pact.name()).end();
    }
  }

  private static String keys(Collection<String> keys) {
    return keys.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  private ValueText field(String label, Object text) {
    out.append(label).append(text);
    return this;
  }

  private void end() {
    out.append('}');
  }
}
