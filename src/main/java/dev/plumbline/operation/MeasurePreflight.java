package dev.plumbline.operation;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.preflight.ExtensionChoice;
import dev.plumbline.access.preflight.MeasuredReport;
import dev.plumbline.access.preflight.Preflight;
import dev.plumbline.access.preflight.PreflightQuestion;
import dev.plumbline.access.preflight.Trial;
import dev.plumbline.access.preflight.TrialAnswer;
import dev.plumbline.access.preflight.Trials;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.execute.HarmlessExtensions;
import dev.plumbline.execute.RoleTrials;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tries for real what the preflight claims: as the role, in a transaction that is rolled back. Only for a database that its connection string names, so
 * that no resource of a cluster is ever tried by a name alone; the login must be able to SET ROLE.
 */
public final class MeasurePreflight {
    private final DirectConnections direct;
    private final ServerPools pools;

    public MeasurePreflight(DirectConnections direct, ServerPools pools) {
        this.direct = direct;
        this.pools = pools;
    }

    public MeasuredReport ofDsn(String dsn, PreflightQuestion question, CancelToken cancel, Progress progress) {
        return measure(pools, direct.target(dsn), question, cancel, progress);
    }

    static MeasuredReport measure(
            ServerPools pools,
            ConnectionTarget target,
            PreflightQuestion question,
            CancelToken cancel,
            Progress progress) {
        AccessSnapshot snapshot =
                pools.read(target, cancel, session -> new AccessReader().read(session, AccessScope.EVERY_CELL, cancel));
        Map<Boolean, Name> extensions = pools.read(target, cancel, session -> HarmlessExtensions.read(session, cancel));
        Name made =
                Name.of("plumbline_preflight_" + UUID.randomUUID().toString().substring(0, 8));
        List<Trial> trials = new Trials(
                        snapshot, question, made, new ExtensionChoice(extensions.get(true), extensions.get(false)))
                .all();
        List<RoleTrials.Outcome> outcomes = new RoleTrials(pools, target)
                .tryAs(question.role(), trials.stream().map(Trial::statements).toList(), cancel, progress);
        List<TrialAnswer> answers = new ArrayList<>();
        for (int at = 0; at < trials.size(); at++) {
            RoleTrials.Outcome outcome = outcomes.get(at);
            answers.add(new TrialAnswer(trials.get(at), outcome.sqlState(), outcome.message(), states(outcome)));
        }
        return MeasuredReport.of(
                Preflight.of(snapshot, EffectivePrivileges.of(snapshot), question)
                        .report(),
                answers);
    }

    private static List<String> states(RoleTrials.Outcome outcome) {
        return outcome.warnings().stream()
                .map(warning -> warning.length() < 5 ? warning : warning.substring(0, 5))
                .toList();
    }
}
