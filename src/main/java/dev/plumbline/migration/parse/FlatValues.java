package dev.plumbline.migration.parse;

/** What makes a value of one or two values (WebAssembly core specification 2.0, section 4.3): numbers of 32 bits with their sign, those of floating point by their bits. */
final class FlatValues {
    private FlatValues() {}

    /** Whether the operation takes one value; the second is not looked at then. */
    static boolean isOfOne(int op) {
        return op == 0x45
                || op == 0x50
                || op >= 0x67 && op <= 0x69
                || op >= 0x79 && op <= 0x7b
                || op >= 0x8b && op <= 0x91
                || op >= 0x99 && op <= 0x9f
                || op >= 0xa7;
    }

    /** Throws ParserFailure for an operation that the parser's large functions do not have. */
    static long of(int op, long first, long second) {
        int left = (int) first;
        int right = (int) second;
        return switch (op) {
            case 0x45 -> bit(left == 0);
            case 0x46 -> bit(left == right);
            case 0x47 -> bit(left != right);
            case 0x48 -> bit(left < right);
            case 0x49 -> bit(Integer.compareUnsigned(left, right) < 0);
            case 0x4a -> bit(left > right);
            case 0x4b -> bit(Integer.compareUnsigned(left, right) > 0);
            case 0x4c -> bit(left <= right);
            case 0x4d -> bit(Integer.compareUnsigned(left, right) <= 0);
            case 0x4e -> bit(left >= right);
            case 0x4f -> bit(Integer.compareUnsigned(left, right) >= 0);
            case 0x67 -> Integer.numberOfLeadingZeros(left);
            case 0x68 -> Integer.numberOfTrailingZeros(left);
            case 0x6a -> left + right;
            case 0x6b -> left - right;
            case 0x6c -> (int) Math.multiplyFull(left, right);
            case 0x6d -> left / right;
            case 0x6e -> Integer.divideUnsigned(left, right);
            case 0x6f -> left % right;
            case 0x70 -> Integer.remainderUnsigned(left, right);
            case 0x71 -> left & right;
            case 0x72 -> left | right;
            case 0x73 -> left ^ right;
            case 0x74 -> left << right;
            case 0x75 -> left >> right;
            case 0x76 -> left >>> right;
            case 0x77 -> Integer.rotateLeft(left, right);
            case 0xa7 -> left;
            case 0xc0 -> (byte) left;
            case FlatOp.I32_EXTEND_16_S -> (short) left;
            default -> wide(op, first, second);
        };
    }

    /** Of 64 bits, which are few. */
    private static long wide(int op, long left, long right) {
        return switch (op) {
            case 0x50 -> bit(left == 0);
            case 0x51 -> bit(left == right);
            case 0x52 -> bit(left != right);
            case 0x54 -> bit(Long.compareUnsigned(left, right) < 0);
            case 0x56 -> bit(Long.compareUnsigned(left, right) > 0);
            case 0x58 -> bit(Long.compareUnsigned(left, right) <= 0);
            case 0x5a -> bit(Long.compareUnsigned(left, right) >= 0);
            case 0x79 -> Long.numberOfLeadingZeros(left);
            case 0x7c -> left + right;
            case 0x7d -> left - right;
            case 0x7e -> left * right;
            case 0x83 -> left & right;
            case 0x84 -> left | right;
            case 0x85 -> left ^ right;
            case 0x86 -> left << right;
            case 0x87 -> left >> right;
            case 0x88 -> left >>> right;
            case 0xac -> (int) left;
            case 0xad -> left & 0xffffffffL;
            default -> floating(op, left, right);
        };
    }

    private static long floating(int op, long first, long second) {
        double left = Double.longBitsToDouble(first);
        double right = Double.longBitsToDouble(second);
        return switch (op) {
            case 0x61 -> bit(left == right);
            case 0x66 -> bit(left >= right);
            case 0xa2 -> Double.doubleToRawLongBits(left * right);
            case 0xa3 -> Double.doubleToRawLongBits(left / right);
            case 0xb8 -> Double.doubleToRawLongBits((double) (first & 0xffffffffL));
            case 0xba -> Double.doubleToRawLongBits(unsigned(first));
            case FlatOp.I32_TRUNC_SAT_F64_U -> (int) Math.min((long) Math.max(left, 0), 0xffffffffL);
            default -> throw new ParserFailure("operation " + Integer.toHexString(op) + " is not known");
        };
    }

    private static double unsigned(long value) {
        // Halved with its last bit kept, so that it is rounded once and as the whole would be.
        return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
    }

    private static long bit(boolean value) {
        return value ? 1 : 0;
    }
}
