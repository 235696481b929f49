package dev.cairn.gateway.register;

import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.tenant.TenantName;

/** The device that a client certificate belongs to. */
public record CertificateHolder(TenantName tenant, DeviceId device) {}
