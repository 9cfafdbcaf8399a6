package dev.plumbline.model;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An ACL as arrays: entry {@code i} gives {@code held(i)} to {@code grantee(i)}, a number of {@link RoleIndex}, recorded as granted by
 * {@code grantor(i)}; {@code grantable(i)} are those with grant option. Sets are bits of {@link PrivilegeSet}.
 */
public final class AccessList {
    public static final AccessList EMPTY = new AccessList(new int[0], new int[0], new long[0], new long[0]);
    private final int[] grantees;
    private final int[] grantors;
    private final long[] held;
    private final long[] grantable;

    /** Takes the arrays, which must be of one length, as its own. */
    public AccessList(int[] grantees, int[] grantors, long[] held, long[] grantable) {
        this.grantees = grantees;
        this.grantors = grantors;
        this.held = held;
        this.grantable = grantable;
    }

    /** What stands for a NULL ACL ({@code acldefault}): everything to the owner, and what the kind gives to PUBLIC. */
    public static AccessList builtIn(ObjectKind kind, int owner) {
        long ofPublic = kind.ofPublic().bits();
        long all = kind.all().bits();
        if (ofPublic == 0) {
            return new AccessList(new int[] {owner}, new int[] {owner}, new long[] {all}, new long[] {0});
        }
        return new AccessList(
                new int[] {RoleIndex.PUBLIC, owner}, new int[] {owner, owner}, new long[] {ofPublic, all}, new long[] {
                    0, 0
                });
    }

    public int size() {
        return grantees.length;
    }

    public int grantee(int entry) {
        return grantees[entry];
    }

    public int grantor(int entry) {
        return grantors[entry];
    }

    public long held(int entry) {
        return held[entry];
    }

    public long grantable(int entry) {
        return grantable[entry];
    }

    /** The same entries with another number for each role. */
    public AccessList renumbered(IntUnaryOperator number) {
        return new AccessList(
                Arrays.stream(grantees).map(number).toArray(),
                Arrays.stream(grantors).map(number).toArray(),
                held,
                grantable);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessList list
                && Arrays.equals(list.grantees, grantees)
                && Arrays.equals(list.grantors, grantors)
                && Arrays.equals(list.held, held)
                && Arrays.equals(list.grantable, grantable);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(grantees) * 31 + Arrays.hashCode(held);
    }
}
