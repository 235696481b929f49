package dev.cairn.gateway.tenant;

import dev.cairn.gateway.quota.Quota;
import dev.cairn.gateway.quota.Rate;

/**
 * What holds for a tenant's events.
 *
 * @param window how old and how new an event may be
 * @param keyRate of each API key
 * @param signerRate of each signer
 * @param quota of the tenant as a whole
 * @param registeredOnly whether only registered devices may sign; else any did:key may
 */
public record TenantRules(
    TimeWindow window, Rate keyRate, Rate signerRate, Quota quota, boolean registeredOnly) {

  /** Nothing is limited but time. */
  public static final TenantRules DEFAULT =
      new TenantRules(TimeWindow.DEFAULT, Rate.UNLIMITED, Rate.UNLIMITED, Quota.UNLIMITED, false);
}
