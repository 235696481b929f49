package dev.cairn.pact.repl;

import dev.cairn.pact.chain.StandardNatives;
import dev.cairn.pact.db.Domain;
import dev.cairn.pact.db.MemoryDatabase;
import dev.cairn.pact.db.PactDatabase;
import dev.cairn.pact.encoding.PactHash;
import dev.cairn.pact.eval.ChainData;
import dev.cairn.pact.eval.Environment;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.eval.SpvSupport;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.keyset.NamespacePolicy;
import dev.cairn.pact.keyset.Signatures;
import dev.cairn.pact.module.Governance;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.module.StoredForm;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeTable;
import dev.cairn.pact.term.Probes;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What lasts over the transactions of a REPL: environment, rows, and definitions of its own. */
final class ReplSession {
  private final NativeTable coreNatives = StandardNatives.table();
  private final NativeTable replNatives;
  private final Probes probes;
  private boolean replNativesInModules;

  private MemoryDatabase database = new MemoryDatabase();
  private Module home = newHome();
  // Another thread only breaks it off.
  private volatile Transaction transaction;
  private PactDatabase.@Nullable Savepoint savepoint;
  private @Nullable String transactionName;
  private int transactionNumber;

  ReplSession(List<Native> natives, Probes probes) {
    this.probes = probes;
    this.replNatives = StandardNatives.tableWith(natives.stream().map(Native::free).toList());
    this.transaction = newTransaction(defaults(), GasMeter.free());
  }

  private static Module newHome() {
    return new Module(ModuleName.root("#repl"), new Governance.Capability("#repl"), "", "");
  }

  private static Environment defaults() {
    return new Environment(
        PObject.EMPTY,
        PactHash.ofText(""),
        ChainData.NONE,
        Signatures.NONE,
        Map.of(),
        Set.of(),
        new NamespacePolicy.Simple(),
        SpvSupport.NONE,
        true);
  }

  private Transaction newTransaction(Environment environment, GasMeter gas) {
    Transaction next = new Transaction(environment, gas, database, replNatives);
    next.probes(probes);
    next.storedForm(StoredForm.REPL);
    home.definitions().forEach(next.scope()::add);
    return next;
  }

  Transaction transaction() {
    return transaction;
  }

  /** Ends what runs now, from any thread. */
  void breakOff() {
    transaction.gas().breakOff();
  }

  /** Lets code run again after {@link #breakOff}. */
  void goOn() {
    transaction.gas().goOn();
  }

  /** The module that definitions outside of modules belong to. */
  Module home() {
    return home;
  }

  NativeTable natives(boolean core) {
    return core ? coreNatives : replNatives;
  }

  /** Chooses the natives of the file that is run now. */
  void useNatives(boolean core) {
    boolean modulesSeeAll = !core && replNativesInModules;
    transaction.natives(natives(core), natives(!modulesSeeAll));
  }

  void allowReplNativesInModules(boolean allowed) {
    replNativesInModules = allowed;
    useNatives(false);
  }

  /** Forgets everything. */
  void reset() {
    database = new MemoryDatabase();
    home = newHome();
    savepoint = null;
    transaction = newTransaction(defaults(), GasMeter.free());
  }

  /** Begins a transaction; false if one has begun. */
  boolean begin(@Nullable String name) {
    if (savepoint != null) {
      return false;
    }
    savepoint = database.savepoint();
    transactionName = name;
    return true;
  }

  /** Ends the transaction and forgets its state; false if none has begun. */
  boolean end(boolean keepRows) {
    PactDatabase.Savepoint begun = savepoint;
    if (begun == null) {
      return false;
    }
    if (!keepRows) {
      database.rollBackTo(begun);
    }
    savepoint = null;
    transactionNumber++;
    transaction = newTransaction(transaction.environment(), transaction.gas());
    useNatives(false);
    return true;
  }

  /** The transaction as REPL texts name it. */
  String label(int number) {
    return transactionName == null ? "" + number : number + " " + transactionName;
  }

  /** Natives, names in sight, and the members of all modules. */
  Set<String> knownNames() {
    Set<String> names = new TreeSet<>(replNatives.names());
    names.addAll(transaction.scope().names().keySet());
    for (String key : database.keys(Domain.MODULES)) {
      names.add(key);
      Module module = database.read(Domain.MODULES, key);
      if (module != null) {
        module.definitions().forEach(each -> names.add(each.qualifiedName().toString()));
      }
    }
    return names;
  }

  int transactionNumber() {
    return transactionNumber;
  }
}
