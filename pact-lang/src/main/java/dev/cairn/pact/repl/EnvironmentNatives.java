package dev.cairn.pact.repl;

import dev.cairn.pact.capability.Capabilities;
import dev.cairn.pact.capability.Token;
import dev.cairn.pact.encoding.Base64Url;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.encoding.StableJson;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.ContextFunction;
import dev.cairn.pact.eval.Environment;
import dev.cairn.pact.eval.Event;
import dev.cairn.pact.eval.Flag;
import dev.cairn.pact.eval.FunctionClosure;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.keyset.NamespacePolicy;
import dev.cairn.pact.keyset.Signatures;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.ModuleRef;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.QualifiedName;
import dev.cairn.pact.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The natives that set what a transaction is given, and look at what it did. */
final class EnvironmentNatives {
  private final Supplier<ReplSession> session;

  EnvironmentNatives(Supplier<ReplSession> session) {
    this.session = session;
  }

  List<Native> natives() {
    return List.of(
        Native.of("env-data", 1, this::data),
        Native.of("env-keys", 1, this::keys),
        Native.of("env-sigs", 1, this::signatures),
        Native.of("env-verifiers", 1, this::verifiers),
        Native.of("env-hash", 1, this::hash),
        Native.of("env-chain-data", 1, this::chainData),
        Native.of("env-exec-config", 1, this::flags),
        Native.of("env-namespace-policy", 2, this::namespacePolicy),
        Native.of("env-module-admin", 1, this::moduleAdmin),
        Native.of("env-events", 1, this::events),
        Native.of("sig-keyset", 0, this::signatureKeyset),
        ContextFunction.named(
            "test-capability",
            1,
            (context, call) -> Capabilities.test(context, call.argument(0, CapToken.class))));
  }

  private Transaction transaction() {
    return session.get().transaction();
  }

  private Environment environment() {
    return transaction().environment();
  }

  /** The value as it would arrive in a request. */
  private Value data(NativeCall call) {
    PactValue value = call.argument(0, PactValue.class);
    PactValue arrived = RequestJson.parse(StableJson.write(value));
    transaction().environment(environment().withData(arrived));
    return new PString("Setting transaction data");
  }

  private Value keys(NativeCall call) {
    Map<String, Set<Token>> keys = new LinkedHashMap<>();
    for (PactValue key : call.argument(0, PList.class).items()) {
      if (!(key instanceof PString text)) {
        throw call.typeError();
      }
      keys.put(text.value(), Set.of());
    }
    transaction().environment(environment().withSignatures(new Signatures(keys)));
    return new PString("Setting transaction keys");
  }

  private Value signatures(NativeCall call) {
    Signatures signatures = new Signatures(tokensBy("key", "env-sigs", call));
    transaction().environment(environment().withSignatures(signatures));
    return new PString("Setting transaction signatures/caps");
  }

  private Value verifiers(NativeCall call) {
    Map<String, Set<Token>> verifiers = tokensBy("name", "env-verifiers", call);
    transaction().environment(environment().withVerifiers(verifiers));
    return new PString("Setting transaction verifiers/caps");
  }

  private static Map<String, Set<Token>> tokensBy(
      String member, String nativeName, NativeCall call) {
    Map<String, Set<Token>> tokens = new LinkedHashMap<>();
    for (PactValue item : call.argument(0, PList.class).items()) {
      if (!(item instanceof PObject object)
          || !(object.get(member) instanceof PString name)
          || !(object.get("caps") instanceof PList caps)
          || !caps.items().stream().allMatch(CapToken.class::isInstance)) {
        throw PactException.recoverable(
            nativeName + ": Expected object with '" + member + "': string, 'caps': [capability]");
      }
      Set<Token> granted = new HashSet<>();
      caps.items().forEach(cap -> granted.add(Token.of((CapToken) cap)));
      tokens.put(name.value(), granted);
    }
    return tokens;
  }

  private Value hash(NativeCall call) {
    String text = call.argument(0, PString.class).value();
    if (Base64Url.decode(text).isEmpty()) {
      throw PactException.recoverable("env-hash: invalid base64url text");
    }
    transaction().environment(environment().withTransactionHash(text));
    return new PString("Set tx hash to " + text);
  }

  private Value chainData(NativeCall call) {
    PObject changes = call.argument(0, PObject.class);
    transaction().environment(ChainDataChange.apply(environment(), changes));
    return new PString("Updated public metadata");
  }

  private Value flags(NativeCall call) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    List<PactValue> known = new ArrayList<>();
    for (PactValue name : call.argument(0, PList.class).items()) {
      for (Flag flag : Flag.values()) {
        if (name.equals(new PString(flag.text()))) {
          flags.add(flag);
          known.add(name);
        }
      }
    }
    transaction().environment(environment().withFlags(flags));
    return PList.of(known);
  }

  private Value namespacePolicy(NativeCall call) {
    boolean rootIsOpen = call.argument(0, PBool.class).value();
    FunctionClosure closure = call.argument(1, FunctionClosure.class);
    if (closure.function().arity() != 2) {
      throw call.failure("Namespace manager function has invalid argument length");
    }
    QualifiedName name = closure.function().qualifiedName();
    transaction()
        .environment(environment().withNamespaces(new NamespacePolicy.Smart(rootIsOpen, name)));
    return new PString("Installed namespace policy");
  }

  private Value moduleAdmin(NativeCall call) {
    ModuleRef module = call.argument(0, ModuleRef.class);
    transaction().capabilities().grantAdmin(module.name());
    return new PString("Acquired module admin for: " + module.name());
  }

  private Value events(NativeCall call) {
    boolean clear = call.argument(0, PBool.class).value();
    List<PactValue> events = new ArrayList<>();
    transaction().events().events().forEach(event -> events.add(event(event)));
    if (clear) {
      transaction().events().clear();
    }
    return PList.of(events);
  }

  private static PactValue event(Event event) {
    return PObject.of(
        Map.of(
            "name", new PString(event.module() + "." + event.name()),
            "params", event.parameters(),
            "module-hash", new PString(event.moduleHash().text())));
  }

  private Value signatureKeyset(NativeCall call) {
    Set<String> keys = environment().signatures().byKey().keySet();
    return Guard.Keyset.of(keys, Guard.Keyset.KEYS_ALL);
  }
}
