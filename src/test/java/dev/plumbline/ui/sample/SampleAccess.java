package dev.plumbline.ui.sample;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Evidence;
import dev.plumbline.access.why.Question;
import dev.plumbline.access.why.Why;
import dev.plumbline.job.Work;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.SslMode;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.operation.ConnectionSummary;
import dev.plumbline.plan.PlanTarget;
import java.util.List;
import java.util.function.BiFunction;

/** Access sides as a reading would give them, with answers by the real engine and a server that agrees with it. */
public final class SampleAccess {
    private static final String OWNER = "db_billing_owner";
    private static final String EVERYTHING = OWNER + "=arwdDxtm/" + OWNER;

    private SampleAccess() {}

    public static AccessReport billing() {
        return report(world().snapshot());
    }

    /** A login that may not read who is a member of whom. */
    public static AccessReport withGap() {
        return report(world().gap(Gap.MEMBERSHIPS, "permission denied for table pg_auth_members (42501)")
                .snapshot());
    }

    private static AccessWorld world() {
        return new AccessWorld("billing")
                .role(OWNER, false)
                .role("billing_writers", false)
                .role("billing_readers", false)
                .role("app_v3", true)
                .role("reporting", true)
                .role("grafana", true)
                .member("app_v3", "billing_writers", true)
                .member("billing_writers", OWNER, false)
                .member("reporting", "billing_readers", false)
                .object(ObjectKind.DATABASE, "", "billing", "", "postgres", "")
                .object(ObjectKind.SCHEMA, "", "audit", "", OWNER, "")
                .object(
                        ObjectKind.SCHEMA,
                        "",
                        "ledger",
                        "",
                        OWNER,
                        OWNER + "=UC/" + OWNER + " billing_writers=U/" + OWNER + " billing_readers=U/" + OWNER
                                + " reporting=U/" + OWNER)
                .table("audit", "log", OWNER, "")
                .table(
                        "ledger",
                        "accounts",
                        OWNER,
                        EVERYTHING + " billing_writers=arw/" + OWNER + " billing_readers=r/" + OWNER)
                .table(
                        "ledger",
                        "entries",
                        OWNER,
                        EVERYTHING + " billing_writers=ar*w/" + OWNER + " billing_readers=r/" + OWNER
                                + " app_v3=r/billing_writers")
                .column("amount", "grafana=r/" + OWNER)
                .table("ledger", "tenants", OWNER, EVERYTHING + " billing_writers=rw/" + OWNER)
                .policy("own_tenant", "(tenant = CURRENT_USER)", "billing_writers")
                .object(
                        ObjectKind.SEQUENCE,
                        "ledger",
                        "entries_id_seq",
                        "",
                        OWNER,
                        OWNER + "=rwU/" + OWNER + " billing_writers=U/" + OWNER)
                .object(ObjectKind.ROUTINE, "ledger", "post", "amount integer, note text", OWNER, "");
    }

    /** Names with quotes, newlines, markup, direction marks, and as long as the server lets them be. */
    public static AccessReport hostile() {
        String role = "app \u202Egnp.exe\n<b>&\"';--";
        String longest = "a_role_whose_name_uses_every_one_of_its_sixty_three_bytes_abcde";
        String schema = "acme_supply_chain_procurement_purchase_order_history_archive_20";
        return report(new AccessWorld("billing")
                .role(role, true)
                .role(longest, false)
                .role("b_" + longest.substring(2), true)
                .member(role, longest, true)
                .object(ObjectKind.DATABASE, "", "billing", "", "postgres", "")
                .object(ObjectKind.SCHEMA, "", schema, "", "postgres", "")
                .table(
                        schema,
                        "a\nb\u202E\"c\".d",
                        "postgres",
                        "postgres=arwdDxtm/postgres " + longest + "=arw/postgres")
                .table(schema, "purchase_order_line_items_with_every_amendment_since_twenty_ten", "postgres", "")
                .object(ObjectKind.ROUTINE, schema, "odd(name", "\"In put\" integer, VARIADIC rest text[]", longest, "")
                .snapshot());
    }

    public static AccessReport empty() {
        return report(new AccessWorld("empty").snapshot());
    }

    /** Many roles and objects; each table has grants to five groups, whose members are the logins. */
    public static AccessReport large(int roles, int objects) {
        AccessWorld world = new AccessWorld("large");
        int groups = Math.max(5, roles / 10);
        for (int group = 0; group < groups; group++) {
            world.role("team_" + group, false);
        }
        for (int login = groups; login < roles; login++) {
            world.role("app_" + login, true).member("app_" + login, "team_" + login % groups, login % 7 != 0);
        }
        int schemas = Math.max(1, objects / 500);
        for (int schema = 0; schema < schemas; schema++) {
            world.object(ObjectKind.SCHEMA, "", "area_" + schema, "", "team_" + schema % groups, "");
        }
        for (int table = 0; table < objects; table++) {
            String owner = "team_" + table % groups;
            StringBuilder acl = new StringBuilder(owner + "=arwdDxtm/" + owner);
            for (int grant = 1; grant <= 5; grant++) {
                acl.append(" team_")
                        .append((table * 7 + grant * 13) % groups)
                        .append(grant == 1 ? "=arw/" : "=r/")
                        .append(owner);
            }
            world.table("area_" + table % schemas, "table_" + table, owner, acl.toString());
        }
        return report(world.snapshot());
    }

    public static AccessReport report(AccessSnapshot snapshot) {
        return new AccessReport(
                snapshot,
                EffectivePrivileges.of(snapshot),
                new OwnershipModel.None(),
                new PlanTarget(SampleSteps.BILLING, "", snapshot.catalog().server()),
                new ConnectionSummary(snapshot.catalog().server(), "10.2.0.7", 5432, SslMode.VERIFY_FULL, "TLSv1.3", 1),
                SampleReports.READ_AT);
    }

    /** Answers by the engine, with a server that says what the engine says of the privilege alone. */
    public static BiFunction<AccessReport, Question, Work<Answer>> answers() {
        return (report, question) ->
                (cancel, progress) -> answer(report, question, holds(report, question) ? "yes" : "no");
    }

    public static Answer answer(AccessReport report, Question question, String serverSays) {
        return Why.of(report.snapshot(), report.privileges(), report.readAt())
                .answer(question, new Evidence(List.of(), List.of(), serverSays));
    }

    private static boolean holds(AccessReport report, Question question) {
        var row = report.privileges().row(question.object());
        var column = question.column();
        long held = column == null
                ? row.held(question.role())
                : report.privileges().column(row, column).held(question.role());
        return (held & PrivilegeSet.bit(question.privilege())) != 0;
    }
}
