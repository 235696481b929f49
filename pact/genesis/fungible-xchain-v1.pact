; The capabilities of transfers from one chain to another (KIP-0016).
(interface fungible-xchain-v1
  "What a sender signs for, and what the receiving chain announces."

  (defcap TRANSFER_XCHAIN:bool
    (sender:string receiver:string amount:decimal target-chain:string)
    @doc "Lets up to AMOUNT leave SENDER for RECEIVER on TARGET-CHAIN, once."
    @managed amount TRANSFER_XCHAIN-mgr)

  (defun TRANSFER_XCHAIN-mgr:decimal (managed:decimal requested:decimal)
    @doc "Nothing is left after one transfer.")

  (defcap TRANSFER_XCHAIN_RECD:bool
    (sender:string receiver:string amount:decimal source-chain:string)
    @doc "The event of the receiving chain."
    @event)
)
