package dev.plumbline.migration.parse;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;

/** Runs a function that was made flat, within one instance of the parser. */
final class FlatRun {
    private static final long[] NOTHING = {};
    private final Instance instance;
    private final Memory memory;

    FlatRun(Instance instance) {
        this.instance = instance;
        this.memory = instance.memory();
    }

    long[] run(FlatCode function, long[] arguments) {
        int[] code = function.code();
        long[] at = new long[function.registers()];
        System.arraycopy(arguments, 0, at, 0, arguments.length);
        int next = 0;
        while (true) {
            int op = code[next];
            switch (op) {
                case FlatOp.MOVE -> {
                    at[code[next + 1]] = at[code[next + 2]];
                    next += 3;
                }
                case FlatOp.I32_CONST -> {
                    at[code[next + 1]] = code[next + 2];
                    next += 3;
                }
                case FlatOp.LONG_CONST -> {
                    at[code[next + 1]] = (long) code[next + 2] << 32 | code[next + 3] & 0xffffffffL;
                    next += 4;
                }
                case FlatOp.BR -> next = code[next + 1];
                case FlatOp.BR_IF -> next = (int) at[code[next + 1]] != 0 ? code[next + 2] : next + 3;
                case FlatOp.BR_UNLESS -> next = (int) at[code[next + 1]] == 0 ? code[next + 2] : next + 3;
                case FlatOp.BR_TABLE -> {
                    int last = code[next + 2];
                    int chosen = (int) at[code[next + 1]];
                    next = code[next + 3 + (chosen < 0 || chosen > last ? last : chosen)];
                }
                case FlatOp.RETURN -> {
                    return code[next + 1] < 0 ? NOTHING : new long[] {at[code[next + 1]]};
                }
                case FlatOp.CALL, FlatOp.CALL_INDIRECT -> {
                    call(code, next, at);
                    next += 4 + code[next + 3];
                }
                case FlatOp.SELECT -> {
                    at[code[next + 1]] = (int) at[code[next + 4]] != 0 ? at[code[next + 2]] : at[code[next + 3]];
                    next += 5;
                }
                case FlatOp.GLOBAL_GET -> {
                    at[code[next + 1]] = instance.global(code[next + 2]).getValue();
                    next += 3;
                }
                case FlatOp.GLOBAL_SET -> {
                    instance.global(code[next + 1]).setValue(at[code[next + 2]]);
                    next += 3;
                }
                case FlatOp.I32_LOAD -> {
                    at[code[next + 1]] = memory.readInt((int) at[code[next + 2]] + code[next + 3]);
                    next += 4;
                }
                case FlatOp.I32_STORE -> {
                    memory.writeI32((int) at[code[next + 1]] + code[next + 3], (int) at[code[next + 2]]);
                    next += 4;
                }
                case FlatOp.I32_LOAD8_U -> {
                    at[code[next + 1]] = memory.read((int) at[code[next + 2]] + code[next + 3]) & 0xff;
                    next += 4;
                }
                case FlatOp.I64_LOAD, FlatOp.F64_LOAD, FlatOp.I32_LOAD8_S, FlatOp.I32_LOAD16_S, FlatOp.I32_LOAD16_U -> {
                    at[code[next + 1]] = load(op, (int) at[code[next + 2]] + code[next + 3]);
                    next += 4;
                }
                case FlatOp.I64_STORE, FlatOp.F64_STORE, FlatOp.I32_STORE8, FlatOp.I32_STORE16 -> {
                    store(op, (int) at[code[next + 1]] + code[next + 3], at[code[next + 2]]);
                    next += 4;
                }
                case FlatOp.MEMORY_COPY -> {
                    memory.copy((int) at[code[next + 1]], (int) at[code[next + 2]], (int) at[code[next + 3]]);
                    next += 4;
                }
                case FlatOp.UNREACHABLE -> throw new ParserFailure("it came to a place that it must not reach");
                default -> {
                    at[code[next + 1]] = FlatValues.of(op, at[code[next + 2]], at[code[next + 3]]);
                    next += 4;
                }
            }
        }
    }

    private long load(int op, int place) {
        return switch (op) {
            case FlatOp.I32_LOAD8_S -> memory.read(place);
            case FlatOp.I32_LOAD16_S -> memory.readShort(place);
            case FlatOp.I32_LOAD16_U -> memory.readShort(place) & 0xffff;
            default -> memory.readLong(place);
        };
    }

    private void store(int op, int place, long value) {
        switch (op) {
            case FlatOp.I32_STORE8 -> memory.writeByte(place, (byte) value);
            case FlatOp.I32_STORE16 -> memory.writeShort(place, (short) value);
            default -> memory.writeLong(place, value);
        }
    }

    /** The callee is a function's number, or where it is called by reference the register that holds its place in the table. */
    private void call(int[] code, int here, long[] at) {
        int callee = code[here + 2];
        int function = code[here] == FlatOp.CALL ? callee : instance.table(0).requiredRef((int) at[callee]);
        long[] arguments = new long[code[here + 3]];
        for (int each = 0; each < arguments.length; each++) {
            arguments[each] = at[code[here + 4 + each]];
        }
        long[] results = instance.getMachine().call(function, arguments);
        if (code[here + 1] >= 0) {
            at[code[here + 1]] = results[0];
        }
    }
}
