; A module that pays for other people's transactions implements this.
(interface gas-payer-v1
  "Paying the gas of transactions that somebody else sends."

  (defcap GAS_PAYER:bool (user:string limit:integer price:decimal)
    @doc "Passes when the module pays for a transaction of USER with this gas LIMIT and PRICE. The \
         \node acquires it around the purchase; the transaction itself is in the request data: \
         \tx-type, exec-code, exec-user-data, or the cont members.")

  (defun create-gas-payer-guard:guard ()
    @doc "The guard of the account that pays. It must pass while GAS_PAYER is held, and only then.")
)
