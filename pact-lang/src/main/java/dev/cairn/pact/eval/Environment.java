package dev.cairn.pact.eval;

import dev.cairn.pact.capability.Token;
import dev.cairn.pact.keyset.NamespacePolicy;
import dev.cairn.pact.keyset.Signatures;
import dev.cairn.pact.value.PactValue;
import java.util.Map;
import java.util.Set;

/**
 * What a transaction is given and cannot change.
 *
 * @param data the request's data, an object if anything is to be read from it
 * @param transactionHash base64url text
 * @param verifiers tokens that each verifier vouches for, by its name
 * @param local whether the run is discarded whatever happens
 */
public record Environment(
    PactValue data,
    String transactionHash,
    ChainData chain,
    Signatures signatures,
    Map<String, Set<Token>> verifiers,
    Set<Flag> flags,
    NamespacePolicy namespaces,
    SpvSupport spv,
    boolean local) {

  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  public Environment withData(PactValue next) {
    return new Environment(
        next, transactionHash, chain, signatures, verifiers, flags, namespaces, spv, local);
  }

  public Environment withTransactionHash(String next) {
    return new Environment(data, next, chain, signatures, verifiers, flags, namespaces, spv, local);
  }

  public Environment withChain(ChainData next) {
    return new Environment(
        data, transactionHash, next, signatures, verifiers, flags, namespaces, spv, local);
  }

  public Environment withSignatures(Signatures next) {
    return new Environment(
        data, transactionHash, chain, next, verifiers, flags, namespaces, spv, local);
  }

  public Environment withVerifiers(Map<String, Set<Token>> next) {
    return new Environment(
        data, transactionHash, chain, signatures, next, flags, namespaces, spv, local);
  }

  public Environment withFlags(Set<Flag> next) {
    return new Environment(
        data, transactionHash, chain, signatures, verifiers, next, namespaces, spv, local);
  }

  public Environment withNamespaces(NamespacePolicy next) {
    return new Environment(
        data, transactionHash, chain, signatures, verifiers, flags, next, spv, local);
  }
}
