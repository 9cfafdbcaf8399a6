package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.access.compare.AccessComparison;
import dev.plumbline.model.AccessList;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A letter that a later server may grant is shown wherever grants are shown; no server of today takes one, so it is put into a reading. */
class UnknownLettersTest {
    @Test
    void aLetterThatNobodyKnowsIsListedComparedAndKeptThroughATransfer() {
        TestPostgres server = TestPostgres.newest();
        String database = server.freshDatabase("letters");
        server.execute(
                database,
                "CREATE ROLE " + database + "_app",
                "CREATE TABLE public.entries (id int)",
                "GRANT SELECT ON public.entries TO " + database + "_app");
        AccessSnapshot read = ListedCells.read(server, database, AccessScope.GRANTS);
        DatabaseObject table = ObjectLookup.find(read, "public.entries").get(0);
        int app = Objects.requireNonNull(read.roles().of(Name.of(database + "_app")));
        AccessSnapshot later = withLetter(read, table, app);
        List<String> listed = new ArrayList<>();
        PrivilegeListing.list(
                later,
                EffectivePrivileges.of(later),
                new PrivilegeFilter(Set.of(database + "_app"), Set.of("relation"), Set.of("public"), Set.of(), false),
                cell -> listed.add(cell.privilege() + " " + cell.state()));
        assertThat(listed).containsExactly("SELECT 1", "privilege \"q\" (unknown to this program) 3");
        AccessComparison comparison = AccessComparison.between(read, later);
        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo("r");
            assertThat(change.after()).isEqualTo("rq*");
        });
        assertThat(comparison.effective().cells()).isEqualTo(2);
        AccessSnapshot moved =
                new ChangeOwner(ObjectLookup.find(later, "public.entries").get(0), app).applyTo(later);
        AccessList acl = Objects.requireNonNull(
                ObjectLookup.find(moved, "public.entries").get(0).acl());
        long held = 0;
        for (int entry = 0; entry < acl.size(); entry++) {
            held |= acl.held(entry);
        }
        assertThat(held & PrivilegeSet.bit('q')).isNotZero();
    }

    private static AccessSnapshot withLetter(AccessSnapshot read, DatabaseObject table, int app) {
        AccessList acl = Objects.requireNonNull(table.acl());
        int size = acl.size();
        int[] grantees = new int[size];
        int[] grantors = new int[size];
        long[] held = new long[size];
        long[] grantable = new long[size];
        for (int entry = 0; entry < size; entry++) {
            long letter = acl.grantee(entry) == app ? PrivilegeSet.bit('q') : 0;
            grantees[entry] = acl.grantee(entry);
            grantors[entry] = acl.grantor(entry);
            held[entry] = acl.held(entry) | letter;
            grantable[entry] = acl.grantable(entry) | letter;
        }
        AccessList changed = new AccessList(grantees, grantors, held, grantable);
        return read.withObjects(read.objects().stream()
                .map(object -> object.equals(table) ? object.withAcl(changed) : object)
                .toList());
    }
}
