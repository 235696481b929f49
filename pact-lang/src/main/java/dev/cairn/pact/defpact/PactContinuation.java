package dev.cairn.pact.defpact;

import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.QualifiedName;

/** The call that started a defpact; every step sees the same arguments. */
public record PactContinuation(QualifiedName definition, PList arguments) {}
