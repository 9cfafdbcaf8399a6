package dev.plumbline.plan.rotation;

import dev.plumbline.drift.chain.Retirement;
import dev.plumbline.model.managed.CredentialSecret;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.LiveCredentials.Reached;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.MigrationJob;
import dev.plumbline.model.managed.RotationFacts;
import dev.plumbline.model.managed.VersionLogin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a rotation changes, a line each: as it was read, and as it should be after a plan. What could not be read says so in its line; what is not there has none. No line holds
 * a password.
 */
public final class RotationState {
    private static final String VERSION = "version";
    private static final String STATUS = "status";
    private static final String GROUP = "group";
    private static final String TABLES = "tables";

    private RotationState() {}

    /** The versions whose credentials or migrations a plan speaks of. */
    public static Set<String> versions(RotationPlan plan) {
        Set<String> versions = new LinkedHashSet<>();
        plan.retirements().stream().map(Retirement::version).forEach(versions::add);
        versions.addAll(plan.wanted());
        plan.chain().next().map(DatabaseMigration::version).ifPresent(versions::add);
        return versions;
    }

    /** The lines by their keys, in the order in which they are shown. */
    public static Map<String, String> read(RotationFacts facts, Set<String> versions) {
        Map<String, String> lines = new LinkedHashMap<>();
        Optional<LiveCredentials> live = facts.live().value();
        lines.put(
                VERSION,
                live.isEmpty()
                        ? "alembic_version  unknown: " + facts.live().gap()
                        : live.get()
                                .current()
                                .value()
                                .map(RotationState::version)
                                .orElse("alembic_version  unknown: "
                                        + live.get().current().gap()));
        lines.put(STATUS, status(facts.database().currentVersion()));
        live.ifPresent(now -> {
            if (now.group().exists()) {
                lines.put(GROUP, group(now, now.group().mayConnect()));
                lines.put(TABLES, tables(now));
            }
        });
        versions.forEach(version -> of(facts, version, lines));
        return lines;
    }

    private static void of(RotationFacts facts, String version, Map<String, String> lines) {
        facts.live()
                .value()
                .flatMap(live -> live.login(version))
                .ifPresent(login -> lines.put(login(version), of(login)));
        if (facts.live().value().isEmpty()) {
            lines.put(login(version), "login " + ManagedDatabase.loginOf(version) + "  unknown");
        }
        facts.secret(version).ifPresent(secret -> lines.put(secret(version), of(secret)));
        if (facts.secrets().value().isEmpty()) {
            lines.put(secret(version), "Secret " + facts.database().secretOf(version) + "  unknown");
        }
        facts.jobs()
                .value()
                .flatMap(jobs -> Optional.ofNullable(jobs.get(version)))
                .ifPresent(job -> lines.put(job(version), of(job)));
    }

    /** The same after every step of the plan. */
    public static Map<String, String> modelled(RotationPlan plan) {
        Map<String, String> lines = read(plan.facts(), versions(plan));
        plan.facts().live().value().ifPresent(live -> plan.steps().forEach(step -> apply(step, plan, live, lines)));
        return lines;
    }

    private static void apply(RotationStep step, RotationPlan plan, LiveCredentials live, Map<String, String> lines) {
        String version = step.version();
        ManagedDatabase database = plan.facts().database();
        String role = ManagedDatabase.loginOf(version);
        switch (step.kind()) {
            case CHECK_PODS, CHECK_SESSIONS, CHECK_HINTS -> {}
            case CLOSE_LOGIN ->
                lines.computeIfPresent(login(version), (key, line) -> line.replace("  LOGIN", "  NOLOGIN"));
            case DROP_ROLE -> lines.remove(login(version));
            case DELETE_SECRET -> lines.remove(secret(version));
            case RUN_MIGRATION -> {
                lines.put(VERSION, version(version));
                lines.put(job(version), "Job " + database.jobOf(version) + "  succeeded");
            }
            case MAKE_GROUP -> lines.put(GROUP, group(live, true));
            case GRANT_TABLES ->
                lines.put(TABLES, "reached by " + live.group().role().shown() + "  all that this login may grant on");
            case CREATE_ROLE -> lines.put(login(version), "login " + role + "  LOGIN, in its group");
            case SET_PASSWORD -> lines.computeIfPresent(login(version), (key, line) -> line + ", a new password");
            case WRITE_SECRET ->
                lines.put(
                        secret(version),
                        "Secret " + database.secretOf(version) + "  username " + role + ", a new password");
            case WRITE_STATUS -> lines.put(STATUS, status(version));
        }
    }

    /** The keys of the lines that a step changes. */
    public static List<String> keys(RotationStep step) {
        String version = step.version();
        return switch (step.kind()) {
            case CHECK_PODS, CHECK_HINTS -> List.of();
            case CHECK_SESSIONS, CLOSE_LOGIN, DROP_ROLE, CREATE_ROLE, SET_PASSWORD -> List.of(login(version));
            case DELETE_SECRET, WRITE_SECRET -> List.of(secret(version));
            case RUN_MIGRATION -> List.of(VERSION, job(version));
            case MAKE_GROUP -> List.of(GROUP);
            case GRANT_TABLES -> List.of(TABLES);
            case WRITE_STATUS -> List.of(STATUS);
        };
    }

    private static String version(String version) {
        return "alembic_version  " + (version.isEmpty() ? "none" : version);
    }

    private static String status(String version) {
        return "status.currentVersion  " + (version.isEmpty() ? "none" : version);
    }

    private static String group(LiveCredentials live, boolean mayConnect) {
        return "group " + live.group().role().shown() + (mayConnect ? "  CONNECT" : "");
    }

    private static String tables(LiveCredentials live) {
        List<Reached> all = live.tables();
        long reached = all.stream()
                .filter(each -> each.reached() && each.schemaReached())
                .count();
        return "reached by " + live.group().role().shown() + "  " + reached + " of " + all.size()
                + " tables and sequences";
    }

    private static String of(VersionLogin login) {
        List<String> words = new ArrayList<>(List.of(login.canLogin() ? "LOGIN" : "NOLOGIN"));
        if (login.inGroup()) {
            words.add("in its group");
        }
        return "login " + login.role().shown() + "  " + String.join(", ", words);
    }

    private static String of(CredentialSecret secret) {
        return "Secret " + secret.name() + "  username " + secret.username()
                + (secret.owned() ? "" : ", not made for this database");
    }

    private static String of(MigrationJob job) {
        return "Job " + job.name() + "  " + job.state().name().toLowerCase(Locale.ROOT);
    }

    private static String login(String version) {
        return "login:" + version;
    }

    private static String secret(String version) {
        return "secret:" + version;
    }

    private static String job(String version) {
        return "job:" + version;
    }
}
