package dev.cairn.pact.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.Evaluation;
import dev.cairn.pact.RandomCode;
import dev.cairn.pact.chain.Outcome;
import dev.cairn.pact.chain.OutcomeJson;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.encoding.StableJson;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.repl.PactRepl;
import dev.cairn.pact.value.PactValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;

/** One hostile input and what it is fed to. */
record HostileTry(String kind, String input, Feed feed) {
  private static final long GAS_LIMIT = 300_000;
  private static final int MAX_BYTES = 400;
  private static final String REPL_LINE =
      "(?m)^\\((begin|commit|rollback|env|expect|continue-pact|pact-state|typecheck).*\\R";
  private static final List<String> SEEDS = List.of(resource("till.repl"), resource("steps.repl"));

  /** The same without what only the REPL knows. */
  private static final List<String> CHAIN_SEEDS =
      SEEDS.stream().map(seed -> seed.replaceAll(REPL_LINE, "")).toList();

  private static final PactValue DATA =
      RequestJson.parse(
          "{\"owner\": {\"keys\": []}, \"n\": 3, \"f\": 1.5, \"s\": \"x\", \"k\": [\"a\", \"b\"]}");
  private static final RandomGenerator<String> EXPRESSIONS = generator(RandomCode.expressions());
  private static final RandomGenerator<String> SOUPS = generator(RandomCode.soups());

  /** In the REPL nothing costs gas by default, and some natives change that. */
  private static final String METERED =
      "(env-gasmodel \"table\") (env-gaslimit " + GAS_LIMIT + ") ";

  private static final String UNMETERED = "env-(set-)?(gas|milligas)[a-z]*|enumerate|make-list";

  /** Something that takes the input and throws only what it may. */
  @FunctionalInterface
  interface Feed {
    void accept(String input);
  }

  /** The valid programs that the others are near to. */
  static List<HostileTry> seeds() {
    return SEEDS.stream().map(seed -> new HostileTry("seed", seed, HostileTry::succeeds)).toList();
  }

  private static void succeeds(String code) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit = PactRepl.runText(code, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
  }

  /** The try that belongs to the random numbers. */
  static HostileTry of(Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1 ->
          new HostileTry(
              "code", RandomCode.MODULE + EXPRESSIONS.next(random).value(), HostileTry::onChain);
      case 2 -> new HostileTry("tokens", SOUPS.next(random).value(), HostileTry::onChain);
      case 3 -> new HostileTry("bytes", bytes(random), HostileTry::onChain);
      case 4 -> new HostileTry("nesting", nesting(random), HostileTry::onChain);
      case 5 -> new HostileTry("JSON", json(random), HostileTry::data);
      case 6 ->
          new HostileTry("program on chain", mutated(random, CHAIN_SEEDS), HostileTry::onChain);
      default -> new HostileTry("program in the REPL", mutated(random, SEEDS), HostileTry::inRepl);
    };
  }

  void run() {
    feed.accept(input);
  }

  @Override
  public String toString() {
    return kind + ":\n" + input;
  }

  private static void onChain(String code) {
    Outcome outcome = Evaluation.run(code, DATA, GasMeter.limited(GAS_LIMIT));
    assertThat(OutcomeJson.result(outcome)).startsWith("{\"status\":");
    if (outcome instanceof Outcome.Success success) {
      HostileValue.check(success.value());
    }
  }

  private static void inRepl(String code) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    assertThat(PactRepl.runText(METERED + code.replaceAll(UNMETERED, "identity"), out))
        .isBetween(0, 1);
  }

  private static void data(String json) {
    try {
      HostileValue.check(RequestJson.parse(json));
    } catch (PactException refused) {
      assertThat(refused.replText()).isNotEmpty();
    }
  }

  private static String mutated(Random random, List<String> seeds) {
    return new Mutation(random).of(seeds.get(random.nextInt(seeds.size())), seeds);
  }

  private static String bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(MAX_BYTES)];
    random.nextBytes(bytes);
    return new String(
        bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  private static String nesting(Random random) {
    List<String> openings =
        List.of(
            "(",
            "[",
            "{'a:",
            "(+ 1 ",
            "((lambda (x) ",
            "(let ((x ",
            "(if true 1 ",
            "'",
            "\"\\",
            "(m::",
            "@model [",
            "(module m G (defun f () ");
    StringBuilder code = new StringBuilder();
    for (int i = random.nextInt(1 << random.nextInt(17)); i >= 0; i--) {
      code.append(openings.get(random.nextInt(openings.size())));
    }
    return code.append("1").append(")".repeat(random.nextInt(1_000))).toString();
  }

  private static String json(Random random) {
    String valid = StableJson.write(HostileValue.any(random));
    if (random.nextInt(4) == 0) {
      return "[".repeat(random.nextInt(100_000)) + valid;
    }
    return random.nextBoolean() ? valid : new Mutation(random).of(valid, List.of(valid));
  }

  private static RandomGenerator<String> generator(Arbitrary<String> texts) {
    return texts.generator(1_000);
  }

  private static String resource(String name) {
    try (InputStream in = HostileTry.class.getResourceAsStream("/fuzz/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
