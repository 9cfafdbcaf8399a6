package dev.plumbline.ui.privileges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.sample.AccessWorld;
import dev.plumbline.ui.sample.SampleAccess;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Only what a statement can do is offered for a cell. */
class CellChangesTest {
    private static final AccessSnapshot WORLD = new AccessWorld("billing")
            .role("owner", false)
            .role("reader", true)
            .table("ledger", "entries", "owner", "owner=arwd/owner reader=r/owner PUBLIC=a/owner")
            .snapshot();

    private static CellChanges of(AccessSnapshot snapshot, String role, Privilege privilege) {
        AccessReport report = SampleAccess.report(snapshot);
        Subject subject = new Subject(snapshot.of(ObjectKind.RELATION).get(0), null);
        return CellChanges.of(report, List.of(new SelectedCell(subject, number(snapshot, role))), privilege);
    }

    private static int number(AccessSnapshot snapshot, String role) {
        return role.equals("PUBLIC")
                ? RoleIndex.PUBLIC
                : Objects.requireNonNull(snapshot.roles().of(Name.of(role)));
    }

    private static List<String> statements(List<AccessChange> changes) {
        return changes.stream()
                .map(change -> change.statements(WORLD).get(0).text())
                .toList();
    }

    @Test
    void whatIsNotHeldIsGrantedAndWhatIsGrantedDirectlyRevoked() {
        assertThat(statements(of(WORLD, "reader", Privilege.UPDATE).grants()))
                .containsExactly("GRANT UPDATE ON TABLE \"ledger\".\"entries\" TO \"reader\"");
        assertThat(statements(of(WORLD, "reader", Privilege.SELECT).revokes()))
                .containsExactly("REVOKE SELECT ON TABLE \"ledger\".\"entries\" FROM \"reader\"");
        assertThat(statements(of(WORLD, "PUBLIC", Privilege.INSERT).revokes()))
                .containsExactly("REVOKE INSERT ON TABLE \"ledger\".\"entries\" FROM PUBLIC");
    }

    @Test
    void whatIsHeldByAnotherWayOrByOwningIsLeftAlone() {
        CellChanges throughPublic = of(WORLD, "reader", Privilege.INSERT);
        assertThat(throughPublic.grants()).isEmpty();
        assertThat(throughPublic.revokes()).isEmpty();
        CellChanges ofOwner = of(WORLD, "owner", Privilege.SELECT);
        assertThat(ofOwner.grants()).isEmpty();
        assertThat(ofOwner.revokes()).isEmpty();
    }

    @Test
    void whatADroppedRoleGrantedIsNotOffered() {
        DatabaseObject table = WORLD.of(ObjectKind.RELATION).get(0);
        int dropped = WORLD.roles().known();
        int reader = number(WORLD, "reader");
        AccessList acl = new AccessList(
                new int[] {reader}, new int[] {dropped}, new long[] {PrivilegeSet.bit(Privilege.SELECT)}, new long[] {0
                });
        AccessSnapshot snapshot = new AccessSnapshot(
                WORLD.catalog(),
                new RoleIndex(WORLD.catalog().roles(), List.of(Grantee.dangling(77))),
                List.of(table.withAcl(acl)),
                List.of(),
                false,
                WORLD.relations(),
                WORLD.routines(),
                List.of(),
                List.of());
        assertThat(of(snapshot, "reader", Privilege.SELECT).revokes()).isEmpty();
    }
}
