package dev.plumbline.ui.privileges;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.DirectChanges;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.access.change.RevokePrivileges;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.operation.AccessReport;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be staged for one privilege in one or several cells: a GRANT where the role does not hold it, a REVOKE of each grant that gives it directly.
 * What a role holds by other ways is left to the Why screen, which tells all of them.
 */
record CellChanges(Privilege privilege, List<AccessChange> grants, List<AccessChange> revokes, AccessSnapshot read) {
    CellChanges {
        grants = List.copyOf(grants);
        revokes = List.copyOf(revokes);
    }

    static CellChanges of(AccessReport report, List<SelectedCell> cells, Privilege privilege) {
        List<AccessChange> grants = new ArrayList<>();
        List<AccessChange> revokes = new ArrayList<>();
        PrivilegeSet one = PrivilegeSet.of(privilege);
        for (SelectedCell cell : cells) {
            Subject subject = cell.subject();
            boolean nameable =
                    cell.role() == RoleIndex.PUBLIC || report.snapshot().roles().isKnown(cell.role());
            if (!nameable || !subject.possible(report.snapshot().version()).contains(privilege)) {
                continue;
            }
            if ((subject.row(report.privileges()).held(cell.role()) & one.bits()) == 0) {
                grants.add(new GrantPrivileges(subject.object(), subject.column(), cell.role(), one));
            }
            boolean owner = subject.object().owner() == cell.role();
            if (!owner) {
                DirectChanges.revokes(subject.object(), subject.column(), cell.role(), one).stream()
                        .filter(revoke -> canBeSaid(revoke, report.snapshot()))
                        .forEach(revokes::add);
            }
        }
        return new CellChanges(privilege, grants, revokes, report.snapshot());
    }

    /** What a dropped role granted is taken back by no statement: only its role could say it. */
    private static boolean canBeSaid(RevokePrivileges revoke, AccessSnapshot read) {
        return !revoke.needsTheGrantor() || read.roles().isKnown(revoke.grantor());
    }

    /** For each privilege that some of the cells take. */
    static List<CellChanges> of(AccessReport report, List<SelectedCell> cells) {
        return cells.stream()
                .flatMap(cell -> cell.subject().possible(report.snapshot().version()).stream())
                .distinct()
                .sorted()
                .map(privilege -> of(report, cells, privilege))
                .toList();
    }
}
