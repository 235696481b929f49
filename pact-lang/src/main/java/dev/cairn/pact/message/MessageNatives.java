package dev.cairn.pact.message;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.ContextFunction;
import dev.cairn.pact.eval.Flag;
import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The natives that read request data; numbers in JSON arrive as decimals. */
public final class MessageNatives {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]{1,255}");

  /** Longest number in text form; conversion takes more than linear time. */
  private static final int MAX_NUMBER_TEXT = 4_096;

  private static final long READ_MILLIGAS = 200;

  private MessageNatives() {}

  public static List<Native> natives() {
    return List.of(
        ContextFunction.named("read-msg", 1, READ_MILLIGAS, MessageNatives::readMessage),
        ContextFunction.named(
                "read-msg",
                0,
                READ_MILLIGAS,
                (context, call) -> context.transaction().environment().data())
            .as("read-msg-default"),
        ContextFunction.named("read-integer", 1, READ_MILLIGAS, MessageNatives::readInteger),
        ContextFunction.named("read-decimal", 1, READ_MILLIGAS, MessageNatives::readDecimal),
        ContextFunction.named("read-string", 1, READ_MILLIGAS, MessageNatives::readString),
        ContextFunction.named("read-keyset", 1, READ_MILLIGAS, MessageNatives::readKeyset));
  }

  private static Optional<PactValue> field(Context context, NativeCall call) {
    String key = call.argument(0, PString.class).value();
    if (!(context.transaction().environment().data() instanceof PObject data)) {
      return Optional.empty();
    }
    context.charge(TextCost.lookup(CodePoints.length(key), data.fields().size()));
    return Optional.ofNullable(data.get(key));
  }

  /** The same, which may be a number in text form: reading that costs by its length. */
  private static Optional<PactValue> numberField(Context context, NativeCall call) {
    Optional<PactValue> found = field(context, call);
    if (found.orElse(null) instanceof PString text) {
      context.charge(TextCost.conversion(CodePoints.length(text.value())));
    }
    return found;
  }

  private static PactException failure(String name) {
    return PactException.recoverable(
        name + " failure", name + " failed. Invalid format or missing key.");
  }

  private static Value readMessage(Context context, NativeCall call) {
    return field(context, call).orElseThrow(() -> failure("read-msg"));
  }

  private static Value readString(Context context, NativeCall call) {
    return field(context, call)
        .filter(PString.class::isInstance)
        .orElseThrow(() -> failure("read-string"));
  }

  private static Value readInteger(Context context, NativeCall call) {
    return numberField(context, call)
        .flatMap(MessageNatives::integer)
        .orElseThrow(() -> failure("read-integer"));
  }

  private static Optional<PInteger> integer(PactValue value) {
    if (value instanceof PInteger integer) {
      return Optional.of(integer);
    }
    if (value instanceof PDecimal decimal) {
      return Optional.of(new PInteger(decimal.value().rounded(RoundingMode.HALF_EVEN)));
    }
    return value instanceof PString text && isNumber(text.value(), INTEGER)
        ? Optional.of(new PInteger(new BigInteger(text.value())))
        : Optional.empty();
  }

  private static Value readDecimal(Context context, NativeCall call) {
    return numberField(context, call)
        .flatMap(MessageNatives::decimal)
        .orElseThrow(() -> failure("read-decimal"));
  }

  private static Optional<PDecimal> decimal(PactValue value) {
    if (value instanceof PDecimal decimal) {
      return Optional.of(decimal);
    }
    if (value instanceof PString text && isNumber(text.value(), DECIMAL)) {
      int places = text.value().length() - text.value().indexOf('.') - 1;
      BigInteger mantissa = new BigInteger(text.value().replace(".", ""));
      return Optional.of(new PDecimal(new Decimal(places, mantissa)));
    }
    return integer(value).map(whole -> new PDecimal(Decimal.of(whole.value())));
  }

  private static boolean isNumber(String text, Pattern form) {
    return text.length() <= MAX_NUMBER_TEXT && form.matcher(text).matches();
  }

  private static Value readKeyset(Context context, NativeCall call) {
    String name = call.argument(0, PString.class).value();
    Guard.Keyset keyset =
        RequestKeyset.read(context, name).orElseThrow(() -> failure("read-keyset"));
    if (context.transaction().environment().has(Flag.ENFORCE_KEY_FORMATS)) {
      KeyFormat.require(keyset);
    }
    return keyset;
  }
}
