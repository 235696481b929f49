/**
 * Acts of administration. Their log is the truth about tenants, keys and devices: what is known in
 * memory is the log, folded. Each act is an event, signed by the gateway, and goes the way of
 * events.
 */
@NullMarked
package dev.cairn.gateway.act;

import org.jspecify.annotations.NullMarked;
