package dev.cairn.pact.natives;

import static dev.cairn.pact.natives.Operands.integer;
import static dev.cairn.pact.natives.Operands.text;

import dev.cairn.pact.encoding.Base64Url;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.Value;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The natives between numbers, bytes and their texts. */
public final class CodecNatives {
  private static final long BASE64_MILLIGAS = 250;

  /** What the reference reads as a number at most, in characters. */
  private static final int MAX_DIGITS = 512;

  private static final int BASE_64 = 64;
  private static final int MAX_BASE = 16;

  private CodecNatives() {}

  public static List<Native> natives() {
    return List.of(
        Native.of("base64-encode", 1, BASE64_MILLIGAS, CodecNatives::encode),
        Native.of("base64-decode", 1, BASE64_MILLIGAS, CodecNatives::decode),
        Native.of("int-to-str", 2, CodecNatives::integerText),
        Native.of("str-to-int", 1, call -> digits(call, text(call, 0), 10)),
        Native.of("str-to-int", 2, CodecNatives::textInteger).as("str-to-int-base"));
  }

  private static Value encode(NativeCall call) {
    String text = text(call, 0);
    call.charge(TextCost.parsing(CodePoints.length(text)));
    return new PString(Base64Url.encode(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Value decode(NativeCall call) {
    String text = text(call, 0);
    call.charge(TextCost.parsing(CodePoints.length(text)));
    byte[] bytes = Base64Url.decode(text).orElseThrow(CodecNatives::notBase64);
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return new PString(StandardCharsets.UTF_8.newDecoder().decode(buffer).toString());
    } catch (CharacterCodingException notUtf8) {
      throw notBase64();
    }
  }

  private static PactException notBase64() {
    return decodingError("invalid b64 encoding");
  }

  private static PactException decodingError(String reason) {
    return PactException.fatal("Decoding error: " + reason);
  }

  private static Value integerText(NativeCall call) {
    BigInteger base = integer(call, 0);
    BigInteger number = integer(call, 1);
    if (number.signum() < 0) {
      throw call.failure("int-to-str error: cannot show negative integer");
    }
    if (base.equals(BigInteger.valueOf(BASE_64))) {
      byte[] bytes = bigEndian(number);
      call.charge(TextCost.concatenation(bytes.length * 4L / 3));
      return new PString(Base64Url.encode(bytes));
    }
    if (!isSmallBase(base)) {
      throw call.failure("invalid base for base64URL conversion");
    }
    String digits = number.toString(base.intValue());
    call.charge(TextCost.concatenation(digits.length()));
    return new PString(digits);
  }

  /** The bytes without a byte for the sign; zero has one. */
  private static byte[] bigEndian(BigInteger number) {
    byte[] signed = number.toByteArray();
    if (signed.length == 1 || signed[0] != 0) {
      return signed;
    }
    byte[] unsigned = new byte[signed.length - 1];
    System.arraycopy(signed, 1, unsigned, 0, unsigned.length);
    return unsigned;
  }

  private static boolean isSmallBase(BigInteger base) {
    return base.compareTo(BigInteger.TWO) >= 0 && base.compareTo(BigInteger.valueOf(MAX_BASE)) <= 0;
  }

  private static Value textInteger(NativeCall call) {
    BigInteger base = integer(call, 0);
    String text = text(call, 1);
    if (base.equals(BigInteger.valueOf(BASE_64))) {
      checkLength(call, text);
      byte[] bytes = Base64Url.decode(text).orElseThrow(CodecNatives::notBase64);
      return new PInteger(new BigInteger(1, bytes));
    }
    if (!isSmallBase(base)) {
      throw call.failure("Base value must be >= 2 and <= 16, or 64");
    }
    return digits(call, text, base.intValue());
  }

  private static Value digits(NativeCall call, String text, int base) {
    checkLength(call, text);
    if (text.isEmpty()) {
      throw decodingError("empty text: ");
    }
    if (!text.chars().allMatch(c -> c < 0x80 && Character.digit(c, MAX_BASE) >= 0)) {
      throw decodingError("invalid digit: supported digits are 0-9, A-F");
    }
    text.chars()
        .filter(c -> Character.digit(c, base) < 0)
        .findFirst()
        .ifPresent(
            c -> {
              String digit = "character '" + (char) c + "' is out of range for base " + base;
              throw decodingError(digit + ": " + text);
            });
    return new PInteger(new BigInteger(text, base));
  }

  private static void checkLength(NativeCall call, String text) {
    call.charge(TextCost.parsing(CodePoints.length(text)));
    if (CodePoints.length(text) > MAX_DIGITS) {
      throw decodingError("Invalid input, only up to " + MAX_DIGITS + " length supported");
    }
  }
}
