package dev.plumbline.drift.chain;

import dev.plumbline.model.managed.CredentialSecret;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.LoginSession;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.RotationFacts;
import dev.plumbline.model.managed.SecretUser;
import dev.plumbline.model.managed.VersionLogin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the credentials of one version can be taken away: free only when no pod takes their Secret, nothing would make one that does, and no session has their login. What could
 * not be seen is unknown, never free.
 *
 * @param inUse what still uses them, in words, the operator's first
 * @param unknown what could not be told
 */
public record Retirement(
        String version, String secret, String login, Light light, List<String> inUse, List<String> unknown) {
    public Retirement {
        inUse = List.copyOf(inUse);
        unknown = List.copyOf(unknown);
    }

    public enum Light {
        FREE,
        IN_USE,
        UNKNOWN
    }

    public static Retirement of(RotationFacts facts, String version) {
        String secret = facts.database().secretOf(version);
        String login = ManagedDatabase.loginOf(version);
        List<String> inUse = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        pods(facts, secret, inUse, unknown);
        sessions(facts, version, login, inUse, unknown);
        Light light = !inUse.isEmpty() ? Light.IN_USE : unknown.isEmpty() ? Light.FREE : Light.UNKNOWN;
        return new Retirement(version, secret, login, light, inUse, unknown);
    }

    private static void pods(RotationFacts facts, String secret, List<String> inUse, List<String> unknown) {
        Optional<List<SecretUser>> users = facts.users().value();
        if (users.isEmpty()) {
            unknown.add("who takes Secret " + secret + ": " + facts.users().gap());
            return;
        }
        for (SecretUser user : users.get()) {
            if (!user.uses(secret) || !user.isAlive()) {
                continue;
            }
            String how = " (" + String.join(", ", user.secrets().getOrDefault(secret, List.of())) + ")";
            inUse.add(
                    user.isPod()
                            ? "Secret " + secret + " is used in pod " + user.name() + how
                            : "Secret " + secret + " will be used again by " + user.shown() + how);
        }
    }

    private static void sessions(
            RotationFacts facts, String version, String login, List<String> inUse, List<String> unknown) {
        Optional<LiveCredentials> live = facts.live().value();
        if (live.isEmpty()) {
            unknown.add("the sessions of " + login + ": " + facts.live().gap());
            return;
        }
        List<LoginSession> sessions = live.get().sessions().stream()
                .filter(session -> session.user().equals(login))
                .toList();
        if (!sessions.isEmpty()) {
            inUse.add("Unable to remove user " + login + ", " + sessions.size() + " active sessions remaining");
            sessions.forEach(session -> inUse.add("  session " + shown(session, facts)));
        }
        Optional<VersionLogin> role = live.get().login(version);
        role.filter(found -> found.owns() > 0)
                .ifPresent(found ->
                        inUse.add(login + " owns " + found.owns() + " objects, which keep it from being dropped"));
        role.filter(found -> found.preparedTransactions() > 0)
                .ifPresent(
                        found -> inUse.add(login + " has " + found.preparedTransactions() + " prepared transactions"));
    }

    private static String shown(LoginSession session, RotationFacts facts) {
        String from = session.hidden()
                ? "from an address that this login may not see"
                : session.address().isEmpty() ? "over a socket" : "from " + session.address() + pod(session, facts);
        return session.pid() + " in " + session.database() + " " + from
                + (session.application().isEmpty() ? "" : ", application " + session.application())
                + (session.since().isEmpty() ? "" : ", since " + session.since());
    }

    private static String pod(LoginSession session, RotationFacts facts) {
        List<String> pods = facts.users().value().stream()
                .flatMap(List::stream)
                .filter(user -> user.isPod() && user.isAlive() && user.address().equals(session.address()))
                .map(SecretUser::name)
                .toList();
        return pods.isEmpty() ? ", which no pod of the namespace has" : ", pod " + String.join(" or ", pods);
    }

    /** The versions whose credentials are there and not wanted any more, oldest of the chain first, unknown ones before. */
    public static List<String> retired(RotationFacts facts, MigrationChain chain, List<String> wanted) {
        List<String> there = new ArrayList<>();
        facts.secrets().value().stream()
                .flatMap(List::stream)
                .filter(secret -> secret.owned() && !secret.version().isEmpty())
                .map(CredentialSecret::version)
                .forEach(there::add);
        facts.live().value().stream()
                .flatMap(live -> live.logins().stream())
                .filter(login -> login.inGroup() && !isOthers(facts, login))
                .map(VersionLogin::version)
                .filter(version -> !there.contains(version))
                .forEach(there::add);
        List<String> order =
                chain.links().stream().map(MigrationChain.Link::version).toList();
        return there.stream()
                .filter(version -> !wanted.contains(version))
                .sorted(java.util.Comparator.comparing(order::indexOf))
                .toList();
    }

    /** A Secret of somebody else holds this login: another ManagedDatabase of the same database has it. */
    private static boolean isOthers(RotationFacts facts, VersionLogin login) {
        return facts.secrets().value().stream()
                .flatMap(List::stream)
                .anyMatch(secret ->
                        !secret.owned() && secret.username().equals(login.role().text()));
    }
}
