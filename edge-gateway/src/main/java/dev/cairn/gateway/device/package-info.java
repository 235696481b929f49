/** Devices: which key a device id means at which time, and which certificates belong to it. */
@NullMarked
package dev.cairn.gateway.device;

import org.jspecify.annotations.NullMarked;
