package dev.cairn.devnet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devnet.contract.ContractRun.Rules;
import dev.cairn.pact.capability.Token;
import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Environment;
import dev.cairn.pact.eval.Flag;
import dev.cairn.pact.eval.SpvSupport;
import dev.cairn.pact.keyset.NamespacePolicy;
import dev.cairn.pact.keyset.Signatures;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.QualifiedName;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Pact's evaluator is given for a run. */
final class PactEnvironments {

  private static final NamespacePolicy OPEN = new NamespacePolicy.Simple();
  private static final NamespacePolicy CLOSED =
      new NamespacePolicy.Smart(false, new QualifiedName(ModuleName.root("ns"), "validate"));

  private static final Set<Flag> GENESIS =
      EnumSet.of(
          Flag.DISABLE_RETURN_TYPE_CHECKS,
          Flag.DISABLE_HISTORY_IN_TRANSACTIONS,
          Flag.ENFORCE_KEY_FORMATS);

  private static final Set<Flag> TRANSACTION =
      EnumSet.of(
          Flag.DISABLE_RETURN_TYPE_CHECKS,
          Flag.DISABLE_HISTORY_IN_TRANSACTIONS,
          Flag.ENFORCE_KEY_FORMATS,
          Flag.REQUIRE_KEYSET_NAMESPACE);

  private static final Set<Flag> LOCAL =
      EnumSet.of(
          Flag.DISABLE_RETURN_TYPE_CHECKS,
          Flag.ALLOW_READ_IN_LOCAL,
          Flag.ENFORCE_KEY_FORMATS,
          Flag.REQUIRE_KEYSET_NAMESPACE);

  private final ProofOracle proofs;

  PactEnvironments(ProofOracle proofs) {
    this.proofs = proofs;
  }

  Environment of(ContractRun run) {
    return new Environment(
        RequestJson.read(run.data()),
        run.hash(),
        chainData(run.chainData()),
        signatures(run.signers()),
        verifiers(run.verifiers()),
        flags(run.rules()),
        run.rules() == Rules.GENESIS ? OPEN : CLOSED,
        new PactProofs(proofs, run.chainData()),
        run.rules() == Rules.LOCAL);
  }

  /** What a module is given that is loaded again; it was allowed when it was loaded first. */
  static Environment toLoad(String hash) {
    return new Environment(
        PObject.EMPTY,
        hash,
        dev.cairn.pact.eval.ChainData.NONE,
        Signatures.NONE,
        Map.of(),
        TRANSACTION,
        CLOSED,
        SpvSupport.NONE,
        false);
  }

  private static Set<Flag> flags(Rules rules) {
    return switch (rules) {
      case GENESIS -> GENESIS;
      case TRANSACTION -> TRANSACTION;
      case LOCAL -> LOCAL;
    };
  }

  private static dev.cairn.pact.eval.ChainData chainData(ChainData data) {
    return new dev.cairn.pact.eval.ChainData(
        data.chainId(),
        data.blockHeight(),
        data.blockTimeMicros(),
        data.prevBlockHash(),
        data.sender(),
        data.gasLimit(),
        Decimal.normalized(data.gasPrice()));
  }

  // Two signers with one key count as one, with the capabilities of both.
  private static Signatures signatures(List<Signer> signers) {
    Map<String, Set<Token>> byKey = new LinkedHashMap<>();
    for (Signer signer : signers) {
      Set<Token> tokens = byKey.computeIfAbsent(signer.publicKey(), key -> new LinkedHashSet<>());
      signer.capabilities().forEach(capability -> tokens.add(token(capability)));
    }
    return new Signatures(byKey);
  }

  private static Map<String, Set<Token>> verifiers(List<Verifier> verifiers) {
    Map<String, Set<Token>> byName = new LinkedHashMap<>();
    for (Verifier verifier : verifiers) {
      Set<Token> tokens = byName.computeIfAbsent(verifier.name(), name -> new LinkedHashSet<>());
      verifier.capabilities().forEach(capability -> tokens.add(token(capability)));
    }
    return byName;
  }

  static Token token(Signer.Capability capability) {
    List<PactValue> arguments =
        capability.arguments().stream().map(PactEnvironments::value).toList();
    return new Token(name(capability.name()), PList.of(arguments));
  }

  /** A capability without arguments. */
  static Token token(String name) {
    return new Token(name(name), PList.EMPTY);
  }

  private static PactValue value(JsonNode json) {
    return RequestJson.read(json);
  }

  private static QualifiedName name(String text) {
    return QualifiedName.parse(text)
        .orElseThrow(() -> PactException.fatal("Not a qualified name: " + text));
  }
}
