package dev.plumbline.ui.privileges;

import dev.plumbline.model.RoleIndex;
import java.util.List;

/**
 * What the screen shows: lines of roles or objects, or the lines of a matrix with its role columns. {@code counts} says how much it is; {@code mistake}
 * why it is nothing, empty when nothing is wrong. Roles are numbers of {@code index}; {@code other} is -2 when none is compared with.
 */
public record PrivilegesPage(
        PrivilegesQuery query,
        RoleIndex index,
        int role,
        int other,
        List<HolderLine> lines,
        List<MatrixLine> matrix,
        List<Integer> columns,
        String counts,
        String mistake) {
    static final int NOBODY = -2;

    static PrivilegesPage mistaken(PrivilegesQuery query, RoleIndex index, String mistake) {
        return new PrivilegesPage(query, index, NOBODY, NOBODY, List.of(), List.of(), List.of(), "", mistake);
    }

    public boolean isEmpty() {
        return lines.isEmpty() && matrix.isEmpty();
    }

    public boolean compares() {
        return other != NOBODY;
    }

    public String shown(int number) {
        return index.shown(number);
    }
}
