/**
 * The register: tenants, keys and devices as they are now, the log of acts that made them so, and
 * the counts of what was accepted. Reading is a look-up in memory; an act is on disk when the call
 * that did it returns.
 */
@NullMarked
package dev.cairn.gateway.register;

import org.jspecify.annotations.NullMarked;
