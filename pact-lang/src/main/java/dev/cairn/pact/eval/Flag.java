package dev.cairn.pact.eval;

/** Switches of the execution (reference 4.10); names as {@code env-exec-config} writes them. */
public enum Flag {
  ALLOW_READ_IN_LOCAL("AllowReadInLocal"),
  DISABLE_HISTORY_IN_TRANSACTIONS("DisableHistoryInTransactionalMode"),
  DISABLE_MODULE_INSTALL("DisableModuleInstall"),
  DISABLE_EVENTS("DisablePactEvents"),
  DISABLE_RETURN_TYPE_CHECKS("DisableRuntimeRTC"),
  DISABLE_REENTRANCY_CHECK("DisableReentrancyCheck"),
  DISABLE_PACT_51("DisablePact51"),
  DISABLE_PACT_52("DisablePact52"),
  DISABLE_PACT_53("DisablePact53"),
  DISABLE_PACT_54("DisablePact54"),
  ENABLE_LEGACY_EVENT_HASHES("EnableLegacyEventHashes"),
  ENFORCE_KEY_FORMATS("EnforceKeyFormats"),
  REQUIRE_KEYSET_NAMESPACE("RequireKeysetNs");

  private final String text;

  Flag(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
