package dev.plumbline.plan.rotation;

import dev.plumbline.drift.chain.HintFinding;
import dev.plumbline.drift.chain.MigrationChain;
import dev.plumbline.drift.chain.Retirement;
import dev.plumbline.model.managed.CredentialSecret;
import dev.plumbline.model.managed.RotationFacts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The steps of one turn of the loop, what keeps it from running, and what it was made from. An approval names {@code digest}, which covers the cluster, the database, the Secrets and
 * migrations as they were read, and every step.
 *
 * @param wanted the versions whose credentials stay
 * @param refusals why it cannot run, in the operator's words where it has any; empty when it can
 */
public record RotationPlan(
        RotationFacts facts,
        String current,
        MigrationChain chain,
        List<String> wanted,
        List<Retirement> retirements,
        List<HintFinding> hints,
        List<RotationStep> steps,
        List<String> refusals,
        List<String> notes,
        String digest) {
    public RotationPlan {
        wanted = List.copyOf(wanted);
        retirements = List.copyOf(retirements);
        hints = List.copyOf(hints);
        steps = List.copyOf(steps);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The refusals, each with the lines that tell more of it in one. */
    public List<String> obstacles() {
        List<String> all = new ArrayList<>();
        for (String refusal : refusals) {
            if (refusal.startsWith(" ") && !all.isEmpty()) {
                all.add(all.remove(all.size() - 1) + "; " + refusal.strip());
            } else {
                all.add(refusal.strip());
            }
        }
        return all;
    }

    /** The Secret of a version as it was read, unless a step of this plan deletes it: a version that was there before its migration gets a new one. */
    public Optional<CredentialSecret> keptSecret(String version) {
        return facts.secret(version).filter(secret -> !takesAway(steps, RotationStep.Kind.DELETE_SECRET, version));
    }

    static boolean takesAway(List<RotationStep> steps, RotationStep.Kind kind, String version) {
        return steps.stream()
                .anyMatch(step -> step.kind() == kind && step.version().equals(version));
    }

    /** Where it runs, in words. */
    public String target() {
        return facts.database().ref().shown()
                + facts.live()
                        .value()
                        .map(live -> " · database " + live.server().database().shown() + " on "
                                + live.server().version().shown() + " as "
                                + live.server().login().shown())
                        .orElse("");
    }

    static String digestOf(RotationFacts facts, String current, List<RotationStep> steps) {
        MessageDigest digest = sha256();
        add(digest, facts.cluster());
        add(digest, facts.database().ref().toString());
        add(
                digest,
                facts.database().uid() + " " + facts.database().desiredVersion() + " "
                        + facts.database().readOnly());
        add(digest, facts.database().dsnSecret() + " " + facts.dsnVersion() + " " + current);
        facts.migrations()
                .forEach(each -> add(digest, each.uid() + " " + each.version() + " " + each.resourceVersion()));
        facts.secrets().value().stream()
                .flatMap(List::stream)
                .forEach(each -> add(digest, each.name() + " " + each.uid() + " " + each.resourceVersion()));
        facts.live().value().ifPresent(live -> {
            add(digest, live.server().toString());
            live.logins().forEach(login -> add(digest, login.toString()));
            add(digest, live.group().toString());
        });
        steps.forEach(step -> add(digest, step.id() + " " + step.text()));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
