package dev.cairn.pact.encoding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.time.TimePattern;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.FullyQualifiedName;
import dev.cairn.pact.value.Identifier;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.ModuleRef;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads values from JSON: request data, capability arguments, and what {@link StableJson} wrote
 * (reference section 3.1). Any JSON is some value, the first form that fits; only its bounds can be
 * exceeded.
 */
public final class RequestJson {
  /**
   * One level of a value takes at most two of JSON, and a value has at most 250. Reading takes up
   * to eight Java frames a level, which a thread of 1 MB must carry before anything is compiled.
   */
  private static final int MAX_DEPTH = 550;

  /** As many digits as the largest integer has; reading digits takes quadratic time. */
  private static final int MAX_DIGITS = 80_000;

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1," + MAX_DIGITS + "}");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "(-?[0-9]{1," + MAX_DIGITS + "})(?:\\.([0-9]{1," + Decimal.MAX_PLACES + "}))?");

  private static final JsonMapper MAPPER = mapper();

  private RequestJson() {}

  private static JsonMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_DIGITS)
                .build());
    return mapper;
  }

  /** Reads a whole text. */
  public static PactValue parse(String json) {
    try {
      return read(MAPPER.readTree(json));
    } catch (JsonProcessingException malformed) {
      throw PactException.fatal("Data is not JSON: " + malformed.getOriginalMessage());
    } catch (NumberFormatException outOfBounds) {
      // From Jackson, for an exponent that no BigDecimal has.
      throw PactException.fatal("Data holds a number whose exponent is too large");
    }
  }

  public static PactValue read(JsonNode json) {
    return value(json, 0);
  }

  /** The value of a JSON value that is {@code depth} levels inside the outermost. */
  static PactValue value(JsonNode json, int depth) {
    if (depth > MAX_DEPTH) {
      throw PactException.fatal("Data nests deeper than " + MAX_DEPTH + " levels");
    }
    return switch (json.getNodeType()) {
      case STRING -> new PString(CodePoints.wellFormed(json.textValue()));
      case BOOLEAN -> PBool.of(json.booleanValue());
      case NUMBER -> new PDecimal(Decimal.normalized(json.decimalValue()));
      case ARRAY -> values(json, depth);
      case OBJECT -> object(json, depth);
      default -> PUnit.UNIT;
    };
  }

  static PList values(JsonNode array, int depth) {
    List<PactValue> items = new ArrayList<>(array.size());
    array.forEach(item -> items.add(value(item, depth + 1)));
    return PList.of(items);
  }

  private static PactValue object(JsonNode json, int depth) {
    return integer(json)
        .or(() -> decimal(json))
        .or(() -> GuardJson.read(json, depth))
        .or(() -> moduleRef(json))
        .or(() -> time(json, "time", TimePattern.ISO_SECONDS))
        .or(() -> time(json, "timep", TimePattern.ISO_MICROS))
        .or(() -> token(json, depth))
        .orElseGet(() -> fields(json, depth));
  }

  private static Optional<PactValue> integer(JsonNode json) {
    JsonNode number = json.path("int");
    if (number.isNumber()) {
      BigInteger rounded =
          Decimal.normalized(number.decimalValue()).rounded(RoundingMode.HALF_EVEN);
      return Optional.of(new PInteger(rounded));
    }
    return text(number)
        .filter(digits -> INTEGER.matcher(digits).matches())
        .map(digits -> new PInteger(new BigInteger(digits)));
  }

  private static Optional<PactValue> decimal(JsonNode json) {
    return text(json.path("decimal"))
        .map(DECIMAL::matcher)
        .filter(digits -> digits.matches())
        .map(digits -> new PDecimal(decimal(digits.group(1), digits.group(2))));
  }

  private static Decimal decimal(String whole, @Nullable String fraction) {
    return fraction == null
        ? Decimal.of(new BigInteger(whole))
        : new Decimal(fraction.length(), new BigInteger(whole + fraction));
  }

  private static Optional<PactValue> time(JsonNode json, String member, String pattern) {
    return text(json.path(member)).flatMap(text -> TimePattern.parse(pattern, text)).map(t -> t);
  }

  private static Optional<PactValue> moduleRef(JsonNode json) {
    List<ModuleName> interfaces = new ArrayList<>();
    JsonNode specification = json.path("refSpec");
    for (JsonNode each : specification) {
      moduleName(each).ifPresent(interfaces::add);
    }
    boolean fits =
        interfaces.size() == specification.size()
            && (specification.isArray() || isAbsent(specification));
    return fits
        ? moduleName(json.path("refName")).map(name -> ModuleRef.of(name, interfaces))
        : Optional.empty();
  }

  static Optional<ModuleName> moduleName(JsonNode json) {
    JsonNode namespace = json.path("namespace");
    if (!isAbsent(namespace) && (!namespace.isTextual() || namespace.textValue().isEmpty())) {
      return Optional.empty();
    }
    return text(json.path("name"))
        .filter(Identifier::isValid)
        .map(name -> new ModuleName(namespace.textValue(), name));
  }

  private static Optional<PactValue> token(JsonNode json, int depth) {
    JsonNode arguments = json.path("#ctArgs");
    return text(json.path("#ctName"))
        .filter(name -> arguments.isArray())
        .flatMap(FullyQualifiedName::parse)
        .map(name -> new CapToken(name, values(arguments, depth + 1)));
  }

  private static PObject fields(JsonNode json, int depth) {
    Map<String, PactValue> fields = new HashMap<>();
    json.properties()
        .forEach(
            field ->
                fields.put(
                    CodePoints.wellFormed(field.getKey()), value(field.getValue(), depth + 1)));
    return PObject.of(fields);
  }

  static boolean isAbsent(JsonNode member) {
    return member.isMissingNode() || member.isNull();
  }

  static Optional<String> text(JsonNode json) {
    return json.isTextual()
        ? Optional.of(CodePoints.wellFormed(json.textValue()))
        : Optional.empty();
  }
}
