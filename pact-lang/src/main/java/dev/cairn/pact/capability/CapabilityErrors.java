package dev.cairn.pact.capability;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.value.FullyQualifiedName;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.QualifiedName;

/** Failures around capabilities, in both wordings. */
final class CapabilityErrors {

  private CapabilityErrors() {}

  static PactException notGranted(Token token) {
    return PactException.recoverable(
        "require-capability: not granted: " + token,
        "The required capability has not been granted: " + token.name());
  }

  static PactException notInstalled(Token token) {
    return PactException.fatal(
        "Managed capability not installed: " + token,
        "Managed capability "
            + token.name()
            + " was not installed. Check the sigs field or the arguments to verify that the"
            + " capability is specified correctly.");
  }

  static PactException alreadyInstalled(Token token) {
    return PactException.fatal(
        "Capability already installed: " + token,
        "Capability " + token.name() + " already installed.");
  }

  static PactException alreadyUsed() {
    return PactException.recoverable(
        "One-shot managed capability used more than once",
        "Managed capabilities can only be used once.");
  }

  static PactException notManaged(QualifiedName name) {
    return PactException.fatal(
        "Install capability error: capability is not managed and cannot be installed: " + name,
        "Install capability failed. Capability is not declared as a managed capability and cannot"
            + " be installed. "
            + name);
  }

  static PactException notAnEvent(FullyQualifiedName name) {
    return PactException.fatal(
        "Invalid event capability " + name, "Invalid event capability: " + name.qualified());
  }

  static PactException eventOfOtherModule(ModuleName module) {
    return PactException.fatal("Emitted event does not match module: " + module);
  }

  static PactException insideCapability(String form) {
    return PactException.fatal(
        "Form illegal within defcap " + form,
        "Form not allowed within a defcap declaration. " + form);
  }

  static PactException magicTwice(Token token) {
    String text = "magic cap already acquired: " + token.name().name();
    return PactException.fatal(text, "Program encountered an unhandled error: " + text);
  }
}
