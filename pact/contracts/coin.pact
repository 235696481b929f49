; The gas-paying currency of an embedded network.
;
; Function and capability names are those that Chainweb nodes and wallets call. The public
; networks run a coin of their own; this one is installed only by our own genesis.
(module coin GOVERNANCE
  @doc "Accounts guarded by guards, transfers between them, and the three calls that a \
       \block makes: coinbase, buy-gas, redeem-gas."

  (defschema account
    @doc "A row per account; the key is the account name."
    balance:decimal
    guard:guard)

  (deftable coin-table:{account})

  (defconst MINIMUM_PRECISION:integer 12
    "Digits after the point that an amount may have.")

  (defconst MINIMUM_ACCOUNT_LENGTH:integer 3)
  (defconst MAXIMUM_ACCOUNT_LENGTH:integer 256)

  ; ---- capabilities

  (defcap GOVERNANCE ()
    (enforce false "The coin of an embedded network is fixed by its genesis."))

  (defcap GAS ()
    @doc "Granted by the node while it buys and redeems gas; signed for by who pays."
    true)

  (defcap COINBASE ()
    @doc "Granted by the node while it pays the miner."
    true)

  (defcap GENESIS ()
    @doc "Granted by the node while it makes the first block."
    true)

  (defcap DEBIT (sender:string)
    @doc "Lets money leave SENDER: its guard must pass."
    (enforce (!= sender "") "valid sender")
    (enforce-guard (at "guard" (read coin-table sender))))

  (defcap CREDIT (receiver:string)
    @doc "Lets money enter RECEIVER."
    (enforce (!= receiver "") "valid receiver"))

  (defcap ROTATE (account:string)
    @doc "Lets ACCOUNT be given another guard, once."
    @managed
    true)

  (defcap TRANSFER:bool (sender:string receiver:string amount:decimal)
    @doc "Lets up to AMOUNT go from SENDER to RECEIVER, in as many transfers as fit."
    @managed amount TRANSFER-mgr
    (enforce (!= sender receiver) "sender cannot be the receiver of a transfer")
    (enforce-unit amount)
    (enforce (> amount 0.0) "transfer amount must be positive")
    (compose-capability (DEBIT sender))
    (compose-capability (CREDIT receiver)))

  (defun TRANSFER-mgr:decimal (managed:decimal requested:decimal)
    (enforce (>= managed requested) (format "TRANSFER exceeded for balance {}" [managed]))
    (- managed requested))

  ; ---- rules

  (defun enforce-unit:bool (amount:decimal)
    @doc "Refuses an amount finer than the smallest unit."
    (enforce (= (floor amount MINIMUM_PRECISION) amount)
      (format "Amount violates minimum precision: {}" [amount])))

  (defun validate-account:bool (account:string)
    @doc "Refuses names that no account may have."
    (enforce (is-charset CHARSET_LATIN1 account)
      (format "Account name is not of the latin-1 charset: {}" [account]))
    (enforce (>= (length account) MINIMUM_ACCOUNT_LENGTH)
      (format "Account name is shorter than {} characters: {}" [MINIMUM_ACCOUNT_LENGTH account]))
    (enforce (<= (length account) MAXIMUM_ACCOUNT_LENGTH)
      (format "Account name is longer than {} characters: {}" [MAXIMUM_ACCOUNT_LENGTH account])))

  (defun enforce-reserved:bool (account:string guard:guard)
    @doc "A name that looks like a principal belongs to the guard it is made from."
    (if (validate-principal guard account)
      true
      (enforce (!= ":" (take 1 (drop 1 account)))
        (format "Reserved protocol guard violation: {}" [(take 2 account)]))))

  ; ---- what a block calls

  (defun coinbase:string (account:string account-guard:guard amount:decimal)
    @doc "Pays AMOUNT out of nothing to ACCOUNT."
    (require-capability (COINBASE))
    (emit-event (TRANSFER "" account amount))
    (with-capability (CREDIT account)
      (credit account account-guard amount)))

  (defun buy-gas:string (sender:string total:decimal)
    @doc "Takes the most that a transaction may cost from SENDER before it runs."
    (require-capability (GAS))
    (validate-account sender)
    (enforce-unit total)
    (enforce (> total 0.0) "gas supply must be a positive quantity")
    (with-capability (DEBIT sender)
      (debit sender total)))

  (defun redeem-gas:string (miner:string miner-guard:guard sender:string total:decimal)
    @doc "Pays the fee (request data `fee`) to MINER and the rest of TOTAL back to SENDER."
    (require-capability (GAS))
    (validate-account sender)
    (validate-account miner)
    (enforce-unit total)
    (let* ((fee:decimal (read-decimal "fee"))
           (refund:decimal (- total fee)))
      (enforce-unit fee)
      (enforce (>= fee 0.0) "fee must be a non-negative quantity")
      (enforce (>= refund 0.0) "refund must be a non-negative quantity")
      (emit-event (TRANSFER sender miner fee))
      (if (> refund 0.0)
        (with-capability (CREDIT sender)
          (with-read coin-table sender { "balance" := balance }
            (update coin-table sender { "balance": (+ balance refund) })))
        "no refund")
      (if (> fee 0.0)
        (with-capability (CREDIT miner)
          (credit miner miner-guard fee))
        "no fee")))

  (defun remit-genesis:string (account:string account-guard:guard amount:decimal)
    @doc "Opens ACCOUNT with AMOUNT in the first block."
    (require-capability (GENESIS))
    (with-capability (CREDIT account)
      (credit account account-guard amount)))

  ; ---- accounts

  (defun create-account:string (account:string guard:guard)
    @doc "Opens an empty ACCOUNT that GUARD owns."
    (validate-account account)
    (enforce-reserved account guard)
    (insert coin-table account { "balance": 0.0, "guard": guard }))

  (defun get-balance:decimal (account:string)
    @doc "What ACCOUNT holds."
    (at "balance" (read coin-table account)))

  (defun details:object (account:string)
    @doc "Name, balance and guard of ACCOUNT."
    (with-read coin-table account { "balance" := balance, "guard" := account-guard }
      { "account": account, "balance": balance, "guard": account-guard }))

  (defun rotate:string (account:string new-guard:guard)
    @doc "Gives ACCOUNT to NEW-GUARD; the present guard must pass."
    (with-capability (ROTATE account)
      (enforce-reserved account new-guard)
      (enforce-guard (at "guard" (read coin-table account)))
      (update coin-table account { "guard": new-guard })))

  (defun precision:integer ()
    MINIMUM_PRECISION)

  ; ---- transfers

  (defun transfer:string (sender:string receiver:string amount:decimal)
    @doc "Moves AMOUNT from SENDER to the existing account RECEIVER."
    (validate-account sender)
    (validate-account receiver)
    (with-capability (TRANSFER sender receiver amount)
      (debit sender amount)
      (credit receiver (at "guard" (read coin-table receiver)) amount)))

  (defun transfer-create:string
    ( sender:string
      receiver:string
      receiver-guard:guard
      amount:decimal )
    @doc "As transfer; opens RECEIVER under RECEIVER-GUARD when it does not exist."
    (validate-account sender)
    (validate-account receiver)
    (with-capability (TRANSFER sender receiver amount)
      (debit sender amount)
      (credit receiver receiver-guard amount)))

  (defun debit:string (account:string amount:decimal)
    (require-capability (DEBIT account))
    (enforce (> amount 0.0) "debit amount must be positive")
    (with-read coin-table account { "balance" := balance }
      (enforce (<= amount balance) "Insufficient funds")
      (update coin-table account { "balance": (- balance amount) })))

  (defun credit:string (account:string account-guard:guard amount:decimal)
    (require-capability (CREDIT account))
    (with-default-read coin-table account
      { "balance": -1.0, "guard": account-guard }
      { "balance" := balance, "guard" := present-guard }
      (enforce (= present-guard account-guard) "account guards do not match")
      (let ((is-new (= balance -1.0)))
        (if is-new (enforce-reserved account account-guard) true)
        (write coin-table account
          { "balance": (if is-new amount (+ balance amount)), "guard": present-guard }))))
)

(create-table coin-table)
