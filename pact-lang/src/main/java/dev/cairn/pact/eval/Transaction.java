package dev.cairn.pact.eval;

import dev.cairn.pact.capability.CapabilityState;
import dev.cairn.pact.capability.CapabilityVersions;
import dev.cairn.pact.db.PactDatabase;
import dev.cairn.pact.defpact.RunningPact;
import dev.cairn.pact.module.Modules;
import dev.cairn.pact.module.StoredForm;
import dev.cairn.pact.natives.NativeTable;
import dev.cairn.pact.term.Probes;

/** The state of one transaction; it only holds the parts, each of which keeps its own rules. */
public final class Transaction {
  private Environment environment;
  private GasMeter gas;
  private final PactDatabase database;
  private final Modules modules;
  private NativeTable natives;
  private NativeTable moduleNatives;
  private Probes probes = Probes.NONE;
  private StoredForm storedForm = StoredForm.CHAIN;
  private final WriteLog writes = new WriteLog();
  private final CallStack calls = new CallStack();
  private final CapabilityState capabilities = new CapabilityState();
  private final CapabilityVersions capabilityVersions = new CapabilityVersions();
  private final EventLog events = new EventLog();
  private final Scope scope = new Scope();
  private final RunningPact pact = new RunningPact();

  public Transaction(
      Environment environment, GasMeter gas, PactDatabase database, NativeTable natives) {
    this.environment = environment;
    this.natives = natives;
    this.moduleNatives = natives;
    this.gas = gas;
    this.database = database;
    this.modules = new Modules(database, milligas -> this.gas.charge(milligas));
  }

  public Environment environment() {
    return environment;
  }

  /** Replaces the environment; only the REPL does that in mid-transaction. */
  public void environment(Environment next) {
    this.environment = next;
  }

  public GasMeter gas() {
    return gas;
  }

  /** Replaces the meter; only the REPL does that in mid-transaction. */
  public void gas(GasMeter next) {
    this.gas = next;
  }

  public PactDatabase database() {
    return database;
  }

  public Modules modules() {
    return modules;
  }

  /** The natives that top-level code may name. */
  public NativeTable natives() {
    return natives;
  }

  /** The natives that code of modules may name. */
  public NativeTable moduleNatives() {
    return moduleNatives;
  }

  /** Gives code other natives; only the REPL does that. */
  public void natives(NativeTable topLevel, NativeTable inModules) {
    this.natives = topLevel;
    this.moduleNatives = inModules;
  }

  /** Who looks on while code that is loaded from now on runs. */
  public Probes probes() {
    return probes;
  }

  /** Lets somebody look on; only the REPL does that. */
  public void probes(Probes next) {
    this.probes = next;
  }

  /** How modules that are loaded from now on are kept. */
  public StoredForm storedForm() {
    return storedForm;
  }

  /** Lets modules be kept otherwise; only the REPL does that. */
  public void storedForm(StoredForm next) {
    this.storedForm = next;
  }

  public WriteLog writes() {
    return writes;
  }

  public CallStack calls() {
    return calls;
  }

  public CapabilityState capabilities() {
    return capabilities;
  }

  public CapabilityVersions capabilityVersions() {
    return capabilityVersions;
  }

  public EventLog events() {
    return events;
  }

  public Scope scope() {
    return scope;
  }

  public RunningPact pact() {
    return pact;
  }

  /** What {@code try} and {@code enforce-one} put back when a test fails. */
  public record Mark(CallStack.Mark calls, CapabilityState.Mark capabilities) {}

  public Mark mark() {
    return new Mark(calls.mark(), capabilities.mark());
  }

  /** Puts back calls and capabilities; events, rows and gas stay as they are. */
  public void returnTo(Mark mark) {
    calls.returnTo(mark.calls());
    capabilities.returnTo(mark.capabilities());
  }
}
