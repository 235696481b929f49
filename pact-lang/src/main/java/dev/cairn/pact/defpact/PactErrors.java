package dev.cairn.pact.defpact;

import dev.cairn.pact.error.PactException;

/** Failures of defpacts, in both wordings. */
final class PactErrors {
  private static final int SHOWN_ON_CHAIN = 20;

  private PactErrors() {}

  private static String shortened(String id) {
    return id.length() <= SHOWN_ON_CHAIN ? id : id.substring(0, SHOWN_ON_CHAIN) + "...";
  }

  static PactException alreadyRunning(String id) {
    return PactException.fatal(
        "defpact execution context already in the environment:  defpact id: " + id,
        "Another defpact execution context is already running in the environment for defpact id: "
            + shortened(id));
  }

  static PactException alreadyCompleted(String id) {
    return PactException.fatal(
        "Requested defpact already completed:  defpact id:" + id,
        "Requested defpact execution already completed for defpact id: " + shortened(id));
  }

  static PactException notFound(String id) {
    return PactException.fatal(
        "No previous defpact execution found for defpact id:  " + id,
        "No previous defpact execution found for defpact id:  " + shortened(id));
  }

  static PactException crossChain(PactStep step) {
    return PactException.fatal(
        "Crosschain defpact continuation error: defpact id:" + step.step(),
        "Cross-chain defpact continuation error: defpact id: " + shortened(step.pactId()));
  }

  static PactException otherId(String requested, String present) {
    return PactException.fatal(
        "Requested defpact id: " + requested + " does not match context defpact id: " + present,
        "Requested defpact id: "
            + shortened(requested)
            + " does not match context defpact id: "
            + shortened(present));
  }

  static PactException noSuchStep(PactStep step, int stepCount) {
    return PactException.fatal(
        "DefPactStep does not match defpact properties: requested: "
            + step.step()
            + " step count:"
            + stepCount,
        "Step does not match defpact properties: Requested: "
            + step.step()
            + " Step count: "
            + stepCount);
  }

  static PactException noRollback(String id) {
    return PactException.fatal(
        "Step has no rollback: defpact id: " + id,
        "Step has no rollback in defpact id: " + shortened(id));
  }

  static PactException rollbackMismatch(PactStep step, PactExecution execution) {
    return PactException.fatal(
        "Rollback mismatch in DefPactStep and defpact execution environment: defpact id: "
            + step.pactId()
            + " step rollback: "
            + step.rollback()
            + " DefPactExec rollback: "
            + execution.stepHasRollback(),
        "Rollback mismatch in defpact step and defpact execution environment for defpact id: "
            + shortened(step.pactId())
            + " Step rollback: "
            + onChain(step.rollback())
            + " Execution environment rollback: "
            + onChain(execution.stepHasRollback()));
  }

  private static String onChain(boolean truth) {
    return truth ? "True" : "False";
  }

  static PactException stepMismatch(PactStep step, PactExecution execution) {
    int expected = execution.step() + 1;
    return PactException.fatal(
        "Step mismatch in DefPactStep and defpact execution environment: defpact id: "
            + step.pactId()
            + " step: "
            + step.step()
            + " DefPactExec step: "
            + expected,
        "Step mismatch in DefPactStep and defpact execution environment for defpact id: "
            + shortened(step.pactId())
            + " Step: "
            + step.step()
            + " Execution environment step: "
            + expected);
  }

  static PactException nestedStepCount(String id, int count, int parentCount) {
    return PactException.fatal(
        "Nested defpact execution failed, parameter mismatch: PactId: "
            + id
            + " step count: "
            + count
            + " Parent step count: "
            + parentCount,
        "Nested defpact execution failed for defpact id: "
            + shortened(id)
            + " Parameter mismatch. Step count: "
            + count
            + " Parent step count: "
            + parentCount);
  }

  static PactException nestedRollback(String id, boolean rollback, boolean parentRollback) {
    return PactException.fatal(
        "Nested defpact execution failed, parameter mismatch: defpact id: "
            + id
            + " Rollback: "
            + rollback
            + " Parent rollback:"
            + parentRollback,
        "Nested defpact execution failed for defpact id: "
            + shortened(id)
            + " Parameter mismatch. Rollback: "
            + onChain(rollback)
            + " Parent rollback: "
            + onChain(parentRollback));
  }

  static PactException nestedTwice(String id) {
    return PactException.fatal(
        "Requested nested defpact double execution: defpact id: " + id,
        "Requested nested defpact double execution failed for defpact id: " + shortened(id));
  }

  static PactException nestedNeverStarted(String id) {
    return PactException.fatal(
        "Requested nested defpact never started: defpact id: " + id,
        "Requested nested defpact execution never started for defpact id: " + shortened(id));
  }

  static PactException nestedNotAdvanced(String id) {
    return PactException.fatal(
        "Nested defpact not advanced " + id,
        "Nested defpact execution failed to advanced for defpact id: " + shortened(id));
  }

  static PactException noStep() {
    return PactException.fatal(
        "No DefPactStep in the environment", "No defpact step found in the environment.");
  }
}
