; The gas-paying currency of an embedded network.
;
; Names, arguments and events are those of the sixth coin of the public networks, so nodes, wallets
; and contracts find what they call. The public networks run a coin of their own; this one is
; installed only by our own genesis.
(module coin GOVERNANCE
  @doc "Accounts guarded by guards, transfers on one chain and between chains, and the calls that a \
       \block makes: coinbase, buy-gas, redeem-gas."

  (implements fungible-v2)
  (implements fungible-xchain-v1)

  (defschema coin-schema
    @doc "A row per account; the key is the account name."
    balance:decimal
    guard:guard)

  (deftable coin-table:{coin-schema})

  (defconst COIN_CHARSET CHARSET_LATIN1
    "The letters of account names.")

  (defconst MINIMUM_PRECISION:integer 12
    "Digits after the point that an amount may have.")

  (defconst MINIMUM_ACCOUNT_LENGTH:integer 3)
  (defconst MAXIMUM_ACCOUNT_LENGTH:integer 256)

  (defconst VALID_CHAIN_IDS (map (int-to-str 10) (enumerate 0 19))
    "Where a transfer between chains may lead.")

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

  (defcap REMEDIATE ()
    @doc "Granted by a node that repairs its state. No node of an embedded network does."
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
    (enforce-guard (at "guard" (read coin-table account))))

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

  (defcap TRANSFER_XCHAIN:bool
    (sender:string receiver:string amount:decimal target-chain:string)
    @doc "Lets up to AMOUNT leave SENDER for RECEIVER on TARGET-CHAIN, once."
    @managed amount TRANSFER_XCHAIN-mgr
    (enforce-unit amount)
    (enforce (> amount 0.0) "Cross-chain transfers require a positive amount")
    (compose-capability (DEBIT sender)))

  (defun TRANSFER_XCHAIN-mgr:decimal (managed:decimal requested:decimal)
    (enforce (>= managed requested) (format "TRANSFER_XCHAIN exceeded for balance {}" [managed]))
    0.0)

  (defcap TRANSFER_XCHAIN_RECD:bool
    (sender:string receiver:string amount:decimal source-chain:string)
    @doc "The event of the receiving chain."
    @event
    true)

  (defcap RELEASE_ALLOCATION (account:string amount:decimal)
    @doc "The event of an allocation that is paid out."
    @event
    true)

  ; ---- rules

  (defun enforce-unit:bool (amount:decimal)
    @doc "Refuses an amount finer than the smallest unit."
    (enforce (= (floor amount MINIMUM_PRECISION) amount)
      (format "Amount violates minimum precision: {}" [amount])))

  (defun validate-account:bool (account:string)
    @doc "Refuses names that no account may have."
    (enforce (is-charset COIN_CHARSET account)
      (format "Account name is not of the latin-1 charset: {}" [account]))
    (enforce (>= (length account) MINIMUM_ACCOUNT_LENGTH)
      (format "Account name is shorter than {} characters: {}" [MINIMUM_ACCOUNT_LENGTH account]))
    (enforce (<= (length account) MAXIMUM_ACCOUNT_LENGTH)
      (format "Account name is longer than {} characters: {}" [MAXIMUM_ACCOUNT_LENGTH account])))

  (defun check-reserved:string (account:string)
    @doc "The letter before the colon of a name that looks like a principal; else nothing."
    (if (= ":" (take 1 (drop 1 account))) (take 1 account) ""))

  (defun enforce-reserved:bool (account:string guard:guard)
    @doc "A name that looks like a principal belongs to the guard it is made from."
    (if (validate-principal guard account)
      true
      (let ((protocol (check-reserved account)))
        (enforce (= "" protocol)
          (format "Reserved protocol guard violation: {}" [protocol])))))

  (defun gas-only:bool ()
    @doc "The guard of an account that pays for gas and nothing else."
    (require-capability (GAS)))

  (defun gas-guard:bool (guard:guard)
    @doc "Passes for GUARD, and for anybody while gas is bought."
    (enforce-one "Neither the account's guard nor the purchase of gas"
      [(gas-only) (enforce-guard guard)]))

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

  (defpact fund-tx:string (sender:string miner:string miner-guard:guard total:decimal)
    @doc "Buying and redeeming in two steps around a transaction, as older nodes called it."
    (step (buy-gas sender total))
    (step (redeem-gas miner miner-guard sender total)))

  (defun remediate:string (account:string amount:decimal)
    @doc "Takes AMOUNT from ACCOUNT without asking it."
    (require-capability (REMEDIATE))
    (validate-account account)
    (enforce (> amount 0.0) "Remediation amount must be positive")
    (enforce-unit amount)
    (emit-event (TRANSFER "" account amount))
    (with-read coin-table account { "balance" := balance }
      (enforce (<= amount balance) "Insufficient funds")
      (update coin-table account { "balance": (- balance amount) })))

  ; ---- accounts

  (defun create-account:string (account:string guard:guard)
    @doc "Opens an empty ACCOUNT that GUARD owns."
    (validate-account account)
    (enforce-reserved account guard)
    (insert coin-table account { "balance": 0.0, "guard": guard }))

  (defun get-balance:decimal (account:string)
    @doc "What ACCOUNT holds."
    (at "balance" (read coin-table account)))

  (defun details:object{fungible-v2.account-details} (account:string)
    @doc "Name, balance and guard of ACCOUNT."
    (with-read coin-table account { "balance" := balance, "guard" := account-guard }
      { "account": account, "balance": balance, "guard": account-guard }))

  (defun rotate:string (account:string new-guard:guard)
    @doc "Gives ACCOUNT to NEW-GUARD; the present guard must pass."
    (with-capability (ROTATE account)
      (enforce-reserved account new-guard)
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

  (defschema crosschain-schema
    @doc "What the sending chain hands to the receiving one."
    receiver:string
    receiver-guard:guard
    amount:decimal
    source-chain:string)

  (defpact transfer-crosschain:string
    ( sender:string
      receiver:string
      receiver-guard:guard
      target-chain:string
      amount:decimal )
    @doc "Takes AMOUNT from SENDER here and gives it to RECEIVER on TARGET-CHAIN."
    (step
      (with-capability (TRANSFER_XCHAIN sender receiver amount target-chain)
        (validate-account sender)
        (validate-account receiver)
        (enforce (!= "" target-chain) "empty target-chain")
        (enforce (!= (at "chain-id" (chain-data)) target-chain)
          "cannot run cross-chain transfers to the same chain")
        (enforce (contains target-chain VALID_CHAIN_IDS)
          "target chain is not a valid chainweb chain id")
        (enforce-reserved receiver receiver-guard)
        (debit sender amount)
        (emit-event (TRANSFER sender "" amount))
        (let ((message:object{crosschain-schema}
                { "receiver": receiver
                , "receiver-guard": receiver-guard
                , "amount": amount
                , "source-chain": (at "chain-id" (chain-data)) }))
          (yield message target-chain))))
    (step
      (resume
        { "receiver" := receiver
        , "receiver-guard" := receiver-guard
        , "amount" := amount
        , "source-chain" := source-chain }
        (emit-event (TRANSFER "" receiver amount))
        (emit-event (TRANSFER_XCHAIN_RECD "" receiver amount source-chain))
        (with-capability (CREDIT receiver)
          (credit receiver receiver-guard amount)))))

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

  ; ---- coins that are locked until a date

  (defschema allocation-schema
    @doc "A row per allocation; the key is the account that it is for."
    balance:decimal
    date:time
    guard:guard
    redeemed:bool)

  (deftable allocation-table:{allocation-schema})

  (defun create-allocation-account:string
    (account:string date:time keyset-ref:string amount:decimal)
    @doc "Locks AMOUNT for ACCOUNT until DATE in the first block."
    (require-capability (GENESIS))
    (validate-account account)
    (enforce (>= amount 0.0) "allocation amount must be non-negative")
    (enforce-unit amount)
    (insert allocation-table account
      { "balance": amount
      , "date": date
      , "guard": (keyset-ref-guard keyset-ref)
      , "redeemed": false }))

  (defun release-allocation:string (account:string)
    @doc "Pays what is locked for ACCOUNT once its date has come."
    (validate-account account)
    (with-read allocation-table account
      { "balance" := balance, "date" := date, "guard" := guard, "redeemed" := redeemed }
      (enforce (not redeemed) "allocation funds have already been redeemed")
      (enforce (>= (at "block-time" (chain-data)) date)
        (format "funds locked until {}" [date]))
      (enforce-guard guard)
      (emit-event (RELEASE_ALLOCATION account balance))
      (emit-event (TRANSFER "" account balance))
      (with-capability (CREDIT account)
        (credit account guard balance))
      (update allocation-table account { "redeemed": true, "balance": 0.0 })
      "Allocation successfully released to main ledger"))
)

(create-table coin-table)
(create-table allocation-table)
