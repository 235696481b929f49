package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockFields;
import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.metrics.Derived;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Whether a block's figures can be, and follow from each other. Unreadable ones are passed over.
 */
final class DataChecks {

  /** A price is rounded to cents; the rest is room for another order of rounding. */
  private static final double PRICE_TOLERANCE = 0.0051;

  /** Supply is rounded to five decimals; six are within this, too. */
  private static final double SUPPLY_TOLERANCE = 1e-5;

  /** What a supply rounded before its product with the price can change, for each euro. */
  private static final double ROUNDED_SUPPLY = 5e-6;

  /** Beyond 2^40 or so a cent is less than what double arithmetic keeps. */
  private static final double RELATIVE_TOLERANCE = 1e-12;

  private static final List<Field> FRACTIONS = List.of(Field.PCT_IA, Field.AI_INDEX);

  private static final List<Field> DERIVED =
      List.of(
          Field.NP, Field.NTM_ORIGINAL_PRICE, Field.NTM_IA_PRICE, Field.SUPPLY, Field.MARKET_CAP);

  /** The formulas are passed over unless all of these can be read. */
  private static final List<Field> NUMERIC =
      Stream.of(Field.values())
          .filter(field -> field.kind() != Field.Kind.TEXT && field != Field.INDEX)
          .toList();

  private final BlockFields data;
  private final Findings findings;

  DataChecks(BlockFields data, Findings findings) {
    this.data = data;
    this.findings = findings;
  }

  void run() {
    checkRanges();
    checkMintRatio();
    if (!findings.has(Check.RANGE)) {
      checkSupply();
      checkFormulas();
    }
  }

  private void checkRanges() {
    checkRange(Field.HITS, 1);
    checkRange(Field.UAS, 1);
    checkRange(Field.HUB, 0);
    checkRange(Field.RESPOSTAS, 0);
    for (Field field : FRACTIONS) {
      double value = data.number(field).orElse(0);
      if (!(value >= 0 && value <= 1)) {
        outOfRange(field, Double.toString(value));
      }
    }
    for (Field field : DERIVED) {
      double value = data.number(field).orElse(0);
      if (!Double.isFinite(value)) {
        outOfRange(field, Double.toString(value));
      }
    }
  }

  private void checkRange(Field field, long least) {
    long value = data.integer(field).orElse(least);
    if (value < least) {
      outOfRange(field, Long.toString(value));
    }
  }

  private void outOfRange(Field field, String value) {
    findings.add(Check.RANGE, field.key() + " is out of its range: " + value + ".");
  }

  private void checkMintRatio() {
    OptionalLong ratio = data.integer(Field.MINT_RATIO);
    OptionalLong uas = data.integer(Field.UAS);
    if (ratio.isPresent() && uas.isPresent() && ratio.getAsLong() != uas.getAsLong()) {
      findings.add(
          Check.MINT_RATIO,
          "mint_ratio is " + ratio.getAsLong() + ", uas is " + uas.getAsLong() + ".");
    }
  }

  private void checkSupply() {
    OptionalLong hits = data.integer(Field.HITS);
    OptionalLong uas = data.integer(Field.UAS);
    if (hits.isPresent() && uas.isPresent() && data.number(Field.SUPPLY).isPresent()) {
      double computed = (double) hits.getAsLong() / uas.getAsLong();
      compare(Check.SUPPLY, Field.SUPPLY, computed, SUPPLY_TOLERANCE);
    }
  }

  private void checkFormulas() {
    if (!allReadable() || integer(Field.HUB) == 0) {
      return;
    }
    Derived derived = derived();
    double ofSupply = ROUNDED_SUPPLY * derived.ntmIaPrice();
    compare(Check.FORMULA_NP, Field.NP, derived.np(), PRICE_TOLERANCE);
    compare(
        Check.FORMULA_NTM_ORIGINAL,
        Field.NTM_ORIGINAL_PRICE,
        derived.ntmOriginalPrice(),
        PRICE_TOLERANCE);
    compare(Check.FORMULA_NTM_IA, Field.NTM_IA_PRICE, derived.ntmIaPrice(), PRICE_TOLERANCE);
    compare(
        Check.FORMULA_MARKET_CAP,
        Field.MARKET_CAP,
        derived.marketCap(),
        PRICE_TOLERANCE + ofSupply);
  }

  private boolean allReadable() {
    for (Field field : NUMERIC) {
      if (!data.isReadable(field)) {
        return false;
      }
    }
    return true;
  }

  private Derived derived() {
    return Derived.of(
        integer(Field.HITS),
        data.number(Field.PCT_IA).orElseThrow(),
        data.number(Field.AI_INDEX).orElseThrow(),
        integer(Field.UAS),
        integer(Field.HUB),
        integer(Field.RESPOSTAS));
  }

  private long integer(Field field) {
    return data.integer(field).orElseThrow();
  }

  private void compare(Check check, Field field, double computed, double tolerance) {
    double declared = data.number(field).orElseThrow();
    double allowed = tolerance + RELATIVE_TOLERANCE * Math.abs(computed);
    if (!(Math.abs(declared - computed) <= allowed)) {
      findings.add(check, field.key() + ": declared " + declared + ", computed " + computed + ".");
    }
  }
}
