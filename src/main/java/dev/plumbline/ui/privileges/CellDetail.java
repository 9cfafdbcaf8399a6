package dev.plumbline.ui.privileges;

import dev.plumbline.access.why.Door;
import dev.plumbline.access.why.Question;
import dev.plumbline.access.why.Why;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.operation.AccessReport;
import java.util.ArrayList;
import java.util.List;

/** One cell told: each privilege that the subject takes, whether the role holds it and may grant it, and the doors that it holds it by. */
public record CellDetail(Subject subject, int role, String roleShown, List<Told> privileges) {
    /** {@code doors} are empty where it is not held, and for PUBLIC. */
    public record Told(Privilege privilege, boolean held, boolean grantable, List<Door> doors) {}

    static CellDetail of(AccessReport report, Subject subject, int role, CancelToken cancel) {
        var row = subject.row(report.privileges());
        boolean isRole = report.snapshot().roles().isKnown(role);
        Why why = Why.of(report.snapshot(), report.privileges(), report.readAt());
        List<Told> told = new ArrayList<>();
        for (Privilege privilege : subject.possible(report.snapshot().version())) {
            cancel.check();
            long bit = PrivilegeSet.bit(privilege);
            boolean held = (row.held(role) & bit) != 0;
            List<Door> doors = held && isRole
                    ? why.doors(new Question(role, privilege, subject.object(), subject.column()))
                    : List.of();
            told.add(new Told(privilege, held, (row.grantable(role) & bit) != 0, doors));
        }
        return new CellDetail(subject, role, report.snapshot().roles().shown(role), told);
    }
}
