package dev.cairn.pact.eval;

import dev.cairn.pact.defpact.PactExecution;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.value.PObject;

/** Checks proofs of what happened on other chains; the evaluator's only look outside. */
public interface SpvSupport {

  /** A chain that knows no other chain. */
  SpvSupport NONE =
      new SpvSupport() {
        @Override
        public PObject verify(String kind, PObject proof) {
          throw PactException.fatal("SPV verification failure: SPV verification not supported");
        }

        @Override
        public PactExecution verifyContinuation(String proof) {
          throw PactException.fatal(
              "Continuation Error: SPV verification not supported",
              "Continuation error: SPV verification not supported");
        }
      };

  /** The object that the proof shows; the native {@code verify-spv}. */
  PObject verify(String kind, PObject proof);

  /** The state of a defpact that the proof shows to exist on another chain. */
  PactExecution verifyContinuation(String proof);
}
