package dev.plumbline.access.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.ui.sample.AccessWorld;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A change is found again by what it speaks of, and whatever is not the same any more is named. */
class PinnedChangeTest {
    private static final PrivilegeSet READ = PrivilegeSet.of(Privilege.SELECT);

    private static AccessWorld roles(String... names) {
        AccessWorld world = new AccessWorld("billing");
        for (String name : names) {
            world.role(name, false);
        }
        return world;
    }

    private static AccessSnapshot before() {
        return roles("owner", "reader")
                .table("ledger", "entries", "owner", "owner=arwd/owner reader=r/owner")
                .column("amount", "reader=r/owner")
                .snapshot();
    }

    private static DatabaseObject table(AccessSnapshot snapshot) {
        return snapshot.of(ObjectKind.RELATION).get(0);
    }

    private static int number(AccessSnapshot snapshot, String role) {
        return Objects.requireNonNull(snapshot.roles().of(Name.of(role)));
    }

    private static PinnedChange grant(AccessSnapshot read) {
        return PinnedChange.of(new GrantPrivileges(table(read), null, number(read, "reader"), READ), read);
    }

    private static DatabaseObject with(DatabaseObject table, long oid, String name) {
        return new DatabaseObject(
                table.kind(), oid, table.schema(), name, table.detail(), table.owner(), table.acl(), table.origin());
    }

    @Test
    void theObjectIsThatOfTheLaterReading() {
        AccessSnapshot read = before();
        AccessSnapshot now = roles("owner", "reader", "late")
                .table("ledger", "entries", "late", "late=arwd/late")
                .snapshot();
        AccessSnapshot sameTable =
                now.withObjects(List.of(with(table(now), table(read).oid(), "entries")));
        PinnedChange.Found found = grant(read).on(sameTable);
        assertThat(found.gone()).isEmpty();
        assertThat(found.change()).hasValueSatisfying(change -> {
            GrantPrivileges grant = (GrantPrivileges) change;
            assertThat(grant.grantee()).isEqualTo(number(now, "reader"));
            assertThat(grant.object().owner()).isEqualTo(number(now, "late"));
        });
    }

    @Test
    void aRoleThatIsGoneIsNamedOnce() {
        AccessSnapshot read = before();
        AccessSnapshot now = roles("owner").snapshot().withObjects(read.objects());
        PinnedChange.Found found = grant(read).on(now);
        assertThat(found.change()).isEmpty();
        assertThat(found.gone()).containsExactly("role reader is gone");
    }

    @Test
    void aRoleMadeAnewUnderTheSameNameIsNotTheSame() {
        AccessSnapshot now = roles("owner", "other", "reader")
                .table("ledger", "entries", "owner", "")
                .snapshot();
        assertThat(grant(before()).on(now).gone()).contains("role reader was dropped and created anew");
    }

    @Test
    void anObjectThatIsGoneRenamedOrMadeAnewIsNamed() {
        AccessSnapshot read = before();
        PinnedChange pinned = grant(read);
        DatabaseObject table = table(read);
        assertThat(pinned.on(read.withObjects(List.of())).gone()).containsExactly("relation ledger.entries is gone");
        assertThat(pinned.on(read.withObjects(List.of(with(table, table.oid(), "items"))))
                        .gone())
                .containsExactly("relation ledger.entries is called ledger.items now");
        assertThat(pinned.on(read.withObjects(List.of(with(table, 1, "entries"))))
                        .gone())
                .containsExactly("relation ledger.entries was dropped and created anew");
    }

    @Test
    void aColumnIsFoundByItsNumberAndName() {
        AccessSnapshot read = before();
        Column amount = read.columns().get(0);
        PinnedChange pinned = PinnedChange.of(
                new RevokePrivileges(table(read), amount, number(read, "reader"), number(read, "owner"), READ), read);
        assertThat(pinned.on(read).change()).isPresent();
        Column total = new Column(amount.relation(), amount.number(), Name.of("total"), amount.acl());
        assertThat(pinned.on(read.withColumns(List.of(total))).gone())
                .containsExactly("column ledger.entries (amount) is gone or bears another name");
    }

    @Test
    void everybodyAndMembershipsAreFoundToo() {
        AccessSnapshot read = before();
        AccessChange forAll = new GrantPrivileges(table(read), null, RoleIndex.PUBLIC, READ);
        assertThat(PinnedChange.of(forAll, read).on(read).change()).isPresent();
        AccessChange joining = GrantRole.inheriting(Name.of("owner"), Name.of("reader"), Name.of("postgres"));
        PinnedChange join = PinnedChange.of(joining, read);
        assertThat(join.on(read).change()).contains(joining);
        assertThat(join.on(roles("owner").snapshot()).gone()).containsExactly("role reader is gone");
    }
}
