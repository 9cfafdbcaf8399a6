package dev.plumbline.model.statement;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes as one number, its lowest byte the first of them: a byte is looked for in all of them with a few operations. */
final class EightBytes {
    private EightBytes() {}

    private static final VarHandle VIEW = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = ONES << 7;
    private static final long OTHER_BITS = ~HIGHEST_BITS;

    static long from(byte[] bytes, int at) {
        return (long) VIEW.get(bytes, at);
    }

    static long all(char which) {
        return which * ONES;
    }

    /** Zero where no byte is like those wanted; otherwise its lowest bit is the highest of the first that is. Bits above that one mean nothing: a borrow may have set them. */
    static long first(long bytes, long wanted) {
        long zeros = bytes ^ wanted;
        return zeros - ONES & ~zeros & HIGHEST_BITS;
    }

    /** The highest bit of each byte that is like those wanted, and no other: a sum that stays within each byte costs more than {@code first}, and carries nothing over. */
    static long each(long bytes, long wanted) {
        long zeros = bytes ^ wanted;
        return ~((zeros & OTHER_BITS) + OTHER_BITS | zeros) & HIGHEST_BITS;
    }

    /** Those of the bits of {@code each} that belong to bytes before the one that {@code first} found. */
    static long before(long first, long each) {
        return each & first - 1 & ~first;
    }

    /** The number of the byte that {@code first} found, from 0. */
    static int number(long first) {
        return Long.numberOfTrailingZeros(first) / Byte.SIZE;
    }
}
