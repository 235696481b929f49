; The interface of fungible tokens that wallets and exchanges speak (KIP-0005).
(interface fungible-v2
  "Accounts that hold amounts of one token, and transfers between them."

  (defschema account-details
    @doc "What `details` tells of an account."
    account:string
    balance:decimal
    guard:guard)

  (defcap TRANSFER:bool (sender:string receiver:string amount:decimal)
    @doc "Lets up to AMOUNT go from SENDER to RECEIVER."
    @managed amount TRANSFER-mgr)

  (defun TRANSFER-mgr:decimal (managed:decimal requested:decimal)
    @doc "What is left of MANAGED after REQUESTED.")

  (defun transfer:string (sender:string receiver:string amount:decimal)
    @doc "Moves AMOUNT between accounts that exist.")

  (defun transfer-create:string
    (sender:string receiver:string receiver-guard:guard amount:decimal)
    @doc "As transfer; opens RECEIVER when it does not exist.")

  (defpact transfer-crosschain:string
    (sender:string receiver:string receiver-guard:guard target-chain:string amount:decimal)
    @doc "Takes AMOUNT from SENDER here and gives it to RECEIVER on TARGET-CHAIN.")

  (defun get-balance:decimal (account:string)
    @doc "What ACCOUNT holds.")

  (defun details:object{account-details} (account:string)
    @doc "Name, balance and guard of ACCOUNT.")

  (defun precision:integer ()
    @doc "Digits after the point.")

  (defun enforce-unit:bool (amount:decimal)
    @doc "Refuses an amount finer than the smallest unit.")

  (defun create-account:string (account:string guard:guard)
    @doc "Opens an empty ACCOUNT that GUARD owns.")

  (defun rotate:string (account:string new-guard:guard)
    @doc "Gives ACCOUNT to NEW-GUARD.")
)
