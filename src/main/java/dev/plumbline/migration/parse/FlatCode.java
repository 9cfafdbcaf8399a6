package dev.plumbline.migration.parse;

/**
 * A function as numbers, one instruction behind the other: its operation, the register of its result, those that it takes. Registers are the function's parameters and locals and, behind them, the
 * places of the stack, whose height at each instruction is known before it runs; so there is no stack and there are no blocks, and a branch goes where it goes at once.
 */
final class FlatCode {
    private final int[] code;
    private final int registers;

    FlatCode(int[] code, int registers) {
        this.code = code;
        this.registers = registers;
    }

    int[] code() {
        return code;
    }

    int registers() {
        return registers;
    }
}
