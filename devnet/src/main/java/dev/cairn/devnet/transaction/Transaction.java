package dev.cairn.devnet.transaction;

import dev.cairn.chainweb.Hash;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.contract.Program;

/** A command and the program that its payload is. */
public record Transaction(Command command, Program program) {

  /**
   * Reads the code of a command.
   *
   * @throws dev.cairn.devnet.contract.SyntaxException if it is none
   */
  public static Transaction prepare(Command command, Contracts contracts) {
    if (command.payload() instanceof Payload.Cont cont) {
      return new Transaction(
          command, new Program.Step(cont.pactId(), cont.step(), cont.rollback(), cont.proof()));
    }
    Payload.Exec exec = (Payload.Exec) command.payload();
    return new Transaction(command, contracts.parse(exec.code()));
  }

  public Hash requestKey() {
    return command.requestKey();
  }
}
