package dev.plumbline.access;

import dev.plumbline.access.why.Question;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.catalog.EvidenceReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.ArrayList;
import java.util.List;

/** Our own listing of a live database, in the words of the recorded one. */
final class ListedCells {
    private ListedCells() {}

    static AccessSnapshot read(TestPostgres server, String database, AccessScope scope) {
        try (ServerPools pools = new ServerPools()) {
            CancelToken cancel = new CancelToken();
            return pools.read(
                    TestTargets.superuser(server, database),
                    cancel,
                    session -> new AccessReader().read(session, scope, cancel));
        }
    }

    /** What the server itself says to a question. */
    static boolean serverSays(TestPostgres server, String database, AccessSnapshot snapshot, Question question) {
        try (ServerPools pools = new ServerPools()) {
            CancelToken cancel = new CancelToken();
            long role = snapshot.roles().role(question.role()).oid();
            return pools.read(
                            TestTargets.superuser(server, database),
                            cancel,
                            session -> new EvidenceReader()
                                    .read(
                                            session,
                                            role,
                                            question.object(),
                                            question.column(),
                                            question.privilege(),
                                            cancel))
                    .serverSays()
                    .orElseThrow();
        }
    }

    static List<String> of(AccessSnapshot snapshot) {
        List<String> cells = new ArrayList<>();
        PrivilegeListing.list(
                snapshot,
                EffectivePrivileges.of(snapshot),
                PrivilegeFilter.EVERYTHING,
                cell -> cells.add(String.join(
                        "|",
                        cell.kind(),
                        cell.schema() == null ? "" : cell.schema().text(),
                        cell.name(),
                        cell.sub(),
                        cell.role(),
                        cell.isPublic() ? "t" : "f",
                        cell.privilege(),
                        Integer.toString(cell.state()))));
        return cells;
    }

    static List<String> ofCsv(String text) {
        return CsvText.records(text).stream()
                .skip(1)
                .map(record -> String.join("|", record))
                .toList();
    }
}
