package dev.plumbline.ui.privileges;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.model.ServerVersion;
import org.jspecify.annotations.Nullable;

/** One subject of the matrix with the cells of the roles shown, computed when first looked at. */
public final class MatrixLine {
    private final Subject subject;
    private final EffectivePrivileges privileges;
    private final ServerVersion version;
    private final int[] roles;
    private volatile long @Nullable [] cells;

    MatrixLine(Subject subject, EffectivePrivileges privileges, ServerVersion version, int[] roles) {
        this.subject = subject;
        this.privileges = privileges;
        this.version = version;
        this.roles = roles;
    }

    public Subject subject() {
        return subject;
    }

    /** What the role in this column holds. */
    public long held(int column) {
        return cells()[2 * column];
    }

    public long grantable(int column) {
        return cells()[2 * column + 1];
    }

    boolean anybodyHolds(long bits) {
        long[] all = cells();
        for (int column = 0; column < roles.length; column++) {
            if ((all[2 * column] & bits) != 0) {
                return true;
            }
        }
        return false;
    }

    private long[] cells() {
        long[] made = cells;
        if (made == null) {
            PrivilegeRow row = subject.row(privileges);
            long meaningful = subject.meaningful(version);
            made = new long[2 * roles.length];
            for (int column = 0; column < roles.length; column++) {
                made[2 * column] = row.held(roles[column]) & meaningful;
                made[2 * column + 1] = row.grantable(roles[column]) & meaningful;
            }
            cells = made;
        }
        return made;
    }
}
