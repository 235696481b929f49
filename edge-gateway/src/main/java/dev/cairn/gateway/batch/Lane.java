package dev.cairn.gateway.batch;

/** A stream of batches: at any time at most one batch of a lane is growing. */
public record Lane(String tenant, int chainId) {

  public Lane {
    if (tenant.isEmpty()) {
      throw new IllegalArgumentException("A lane belongs to a tenant; this one's name is empty.");
    }
    if (chainId < 0) {
      throw new IllegalArgumentException("Chains count from 0; this one is " + chainId + ".");
    }
  }
}
