package dev.plumbline.plan.rotation;

import dev.plumbline.drift.chain.HintChecks;
import dev.plumbline.drift.chain.HintFinding;
import dev.plumbline.drift.chain.MigrationChain;
import dev.plumbline.drift.chain.Retirement;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.RotationFacts;
import dev.plumbline.plan.rotation.RotationStep.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans one turn of dba-operator's loop: credentials of two versions ago are taken away, one migration is run, and the credentials of its version are made. Made again from what a stopped
 * run left, the plan holds what is still to be done, since every step is there only as long as its end is not reached.
 */
public final class RotationPlanner {
    private final RotationFacts facts;
    private final ManagedDatabase database;
    private final RotationDraft draft;

    private RotationPlanner(RotationFacts facts) {
        this.facts = facts;
        this.database = facts.database();
        this.draft = new RotationDraft(facts);
    }

    public static RotationPlan plan(RotationFacts facts) {
        return new RotationPlanner(facts).plan();
    }

    private RotationPlan plan() {
        Optional<LiveCredentials> live = facts.live().value();
        Optional<String> read = live.flatMap(now -> now.current().value());
        String current = read.orElse(database.currentVersion());
        MigrationChain chain =
                MigrationChain.find(database.ref().namespace(), current, database.desiredVersion(), facts.migrations());
        chain.notes().forEach(draft::note);
        chain.problem().ifPresent(draft::refuse);
        if (live.isEmpty()) {
            draft.refuse("The database was not read: " + facts.live().gap());
        } else if (read.isEmpty()) {
            draft.refuse("The current version cannot be told: "
                    + live.get().current().gap());
        }
        if (facts.secrets().value().isEmpty()) {
            draft.refuse("The Secrets of the versions cannot be seen: "
                    + facts.secrets().gap());
        }
        Optional<DatabaseMigration> next = chain.next();
        List<String> wanted = wanted(current, next);
        List<Retirement> retirements = Retirement.retired(facts, chain, wanted).stream()
                .map(version -> Retirement.of(facts, version))
                .toList();
        List<HintFinding> hints = next.map(migration -> HintChecks.of(database, migration, facts.hints()))
                .orElse(List.of());
        if (draft.refusals().isEmpty() && live.isPresent()) {
            retirements.forEach(retirement -> new RetirementSteps(draft).retire(retirement, live.get()));
            next.ifPresent(migration -> new MigrationSteps(draft).migrate(migration, hints));
            String reached = next.map(DatabaseMigration::version).orElse(current);
            facts.migration(reached)
                    .ifPresent(migration -> new CredentialSteps(draft).make(migration, live.get(), next.isPresent()));
            status(reached);
            readOnly(next.isPresent());
        }
        return new RotationPlan(
                facts,
                current,
                chain,
                wanted,
                retirements,
                hints,
                draft.steps(),
                draft.refusals(),
                draft.notes(),
                RotationPlan.digestOf(facts, current, draft.steps()));
    }

    private List<String> wanted(String current, Optional<DatabaseMigration> next) {
        List<String> wanted = new ArrayList<>();
        if (!current.isEmpty()) {
            wanted.add(current);
            if (next.isEmpty()) {
                facts.migration(current)
                        .map(DatabaseMigration::previous)
                        .filter(previous -> !previous.isEmpty())
                        .ifPresent(wanted::add);
            }
        }
        return wanted;
    }

    private void status(String reached) {
        if (!draft.steps().isEmpty()
                || !database.currentVersion().equals(reached)
                || !database.errors().isEmpty()) {
            draft.add(
                    Kind.WRITE_STATUS,
                    reached,
                    7,
                    "tell status.currentVersion",
                    "currentVersion " + reached + ", no errors");
        }
    }

    private void readOnly(boolean pending) {
        if (!database.readOnly()) {
            return;
        }
        long mutations =
                draft.steps().stream().filter(RotationStep::changesDatabase).count();
        if (mutations > 0) {
            draft.refuse("DB user reconciliation requires " + mutations + " mutations on a readonly database");
        }
        if (pending) {
            draft.refuse("Need to create 1 migration(s) against read only database");
        }
    }
}
