/**
 * Administration over HTTP, one class for each operation. Whoever has the permission {@code admin}
 * administers its own tenant; keys of tenant {@code system} administer every tenant.
 */
@NullMarked
package dev.cairn.gateway.admin;

import org.jspecify.annotations.NullMarked;
