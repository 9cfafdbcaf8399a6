package dev.plumbline.drift.security;

import dev.plumbline.access.MembershipPath;
import dev.plumbline.model.Name;
import dev.plumbline.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SEC-421: a login that reaches programs and files of the server, or all data, through a role that comes with it (manual 21.5). */
final class PowerfulMemberCheck implements SecurityCheck {
    private static final Map<String, String> POWERS = new TreeMap<>(Map.of(
            "pg_execute_server_program", "run programs as the server's own account",
            "pg_write_server_files", "write files as the server's own account",
            "pg_read_server_files", "read every file that the server may read",
            "pg_write_all_data", "change every row of every table",
            "pg_read_all_data", "read every row of every table"));
    private static final String OF_THE_SERVER = "_server_";

    @Override
    public String code() {
        return "SEC-421";
    }

    @Override
    public String title() {
        return "Login in a powerful predefined role";
    }

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_MEMBERSHIPS;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        POWERS.forEach((word, power) -> {
            Name powerful = Name.of(word);
            Map<Name, List<String>> through = new TreeMap<>();
            for (Role login : situation.logins()) {
                situation.graph().shortestPath(login.name(), powerful).ifPresent(path -> {
                    if (path.isDirect()) {
                        findings.add(direct(situation, path, power));
                    } else {
                        Name group = path.links().get(path.links().size() - 1).member();
                        through.computeIfAbsent(group, of -> new ArrayList<>())
                                .add(login.name().shown());
                    }
                });
            }
            through.forEach((group, logins) -> findings.add(indirect(powerful, group, logins, power)));
        });
        return findings;
    }

    private SecurityFinding direct(AccessSituation situation, MembershipPath path, String power) {
        String login = path.member().shown();
        return SecurityFinding.of(
                        this,
                        List.of(login, path.role().shown()),
                        "Login " + login + " may " + power + ": it is a member of "
                                + path.role().shown() + ".")
                .as(weight(path.role()))
                .withFix(path.links().get(0).grants().stream()
                        .flatMap(grant -> MembershipSql.revoke(situation, grant).stream())
                        .toList())
                .staging(MembershipSql.changes(situation, path.links().get(0).grants()));
    }

    private SecurityFinding indirect(Name powerful, Name group, List<String> logins, String power) {
        List<String> objects = new ArrayList<>(List.of(powerful.shown(), group.shown()));
        objects.addAll(logins);
        return SecurityFinding.of(
                        this,
                        objects,
                        "Through " + group.shown() + ", a member of " + powerful.shown() + ", "
                                + ObjectWords.few(logins) + " may " + power + ".")
                .as(weight(powerful));
    }

    private static Severity weight(Name powerful) {
        return powerful.text().contains(OF_THE_SERVER) ? Severity.HIGH : Severity.MEDIUM;
    }
}
