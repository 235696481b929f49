/**
 * From syntax trees to terms: special forms are spelled out and every name is bound, to a
 * variable's slot or to one version of a module's member (reference 1.3 and 1.4).
 */
@NullMarked
package dev.cairn.pact.resolve;

import org.jspecify.annotations.NullMarked;
