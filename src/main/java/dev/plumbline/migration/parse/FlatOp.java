package dev.plumbline.migration.parse;

/** Operations of WebAssembly by their binary codes (WebAssembly core specification 2.0, section 5.4), and a few of our own where that has none or one of two bytes. */
final class FlatOp {
    static final int UNREACHABLE = 0x00;
    static final int BLOCK = 0x02;
    static final int LOOP = 0x03;
    static final int IF = 0x04;
    static final int ELSE = 0x05;
    static final int END = 0x0b;
    static final int BR = 0x0c;
    static final int BR_IF = 0x0d;
    static final int BR_TABLE = 0x0e;
    static final int RETURN = 0x0f;
    static final int CALL = 0x10;
    static final int CALL_INDIRECT = 0x11;
    static final int DROP = 0x1a;
    static final int SELECT = 0x1b;
    static final int LOCAL_GET = 0x20;
    static final int LOCAL_SET = 0x21;
    static final int LOCAL_TEE = 0x22;
    static final int GLOBAL_GET = 0x23;
    static final int GLOBAL_SET = 0x24;
    static final int I32_LOAD = 0x28;
    static final int I64_LOAD = 0x29;
    static final int F64_LOAD = 0x2b;
    static final int I32_LOAD8_S = 0x2c;
    static final int I32_LOAD8_U = 0x2d;
    static final int I32_LOAD16_S = 0x2e;
    static final int I32_LOAD16_U = 0x2f;
    static final int I32_STORE = 0x36;
    static final int I64_STORE = 0x37;
    static final int F64_STORE = 0x39;
    static final int I32_STORE8 = 0x3a;
    static final int I32_STORE16 = 0x3b;
    static final int I32_CONST = 0x41;
    static final int I64_CONST = 0x42;
    static final int F64_CONST = 0x44;
    /** The first that makes a value of values. */
    static final int I32_EQZ = 0x45;

    static final int I32_EXTEND_16_S = 0xc1;
    static final int TRUNC_SAT = 0xfc03;
    static final int COPY = 0xfc0a;

    /** To a register from another. */
    static final int MOVE = 0xd0;
    /** A branch where a value is zero. */
    static final int BR_UNLESS = 0xd1;
    /** A constant of 64 bits, high and low half. */
    static final int LONG_CONST = 0xd2;

    static final int I32_TRUNC_SAT_F64_U = 0xd3;
    static final int MEMORY_COPY = 0xd4;

    private FlatOp() {}

    /** The one of a code: those of two bytes have one of one byte here, so that all lie close together. */
    static int of(int code) {
        return switch (code) {
            case TRUNC_SAT -> I32_TRUNC_SAT_F64_U;
            case COPY -> MEMORY_COPY;
            default -> code;
        };
    }

    static boolean isLoad(int op) {
        return op >= I32_LOAD && op <= I32_LOAD16_U;
    }

    static boolean isStore(int op) {
        return op >= I32_STORE && op <= I32_STORE16;
    }

    static boolean isOfValues(int op) {
        return op >= I32_EQZ && op <= I32_EXTEND_16_S || op == I32_TRUNC_SAT_F64_U;
    }
}
