/** Tenants: their names, and the rules that hold for what they submit. */
@NullMarked
package dev.cairn.gateway.tenant;

import org.jspecify.annotations.NullMarked;
