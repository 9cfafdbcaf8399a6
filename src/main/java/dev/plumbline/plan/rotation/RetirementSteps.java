package dev.plumbline.plan.rotation;

import dev.plumbline.drift.chain.Retirement;
import dev.plumbline.model.managed.CredentialSecret;
import dev.plumbline.model.managed.LiveCredentials;
import dev.plumbline.model.managed.VersionLogin;
import dev.plumbline.plan.rotation.RotationStep.Kind;
import java.util.Optional;

/** Takes the credentials of a version away: nobody may be using them any more, then the login goes, then the Secret. */
final class RetirementSteps {
    private final RotationDraft draft;

    RetirementSteps(RotationDraft draft) {
        this.draft = draft;
    }

    void retire(Retirement retirement, LiveCredentials live) {
        String version = retirement.version();
        Optional<VersionLogin> login = live.login(version);
        Optional<CredentialSecret> secret = draft.facts().secret(version).filter(CredentialSecret::owned);
        if (retirement.light() == Retirement.Light.IN_USE) {
            retirement.inUse().forEach(draft::refuse);
        } else if (retirement.light() == Retirement.Light.UNKNOWN) {
            retirement.unknown().forEach(gap -> draft.refuse("It cannot be told " + gap));
        }
        login.filter(VersionLogin::powerful)
                .ifPresent(
                        role -> draft.refuse(
                                "Role " + role.role().shown()
                                        + " is more than a login (superuser, CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS): look at it by hand."));
        draft.add(
                Kind.CHECK_PODS,
                version,
                2,
                "no pod takes Secret " + retirement.secret(),
                "read pods and what makes them");
        login.ifPresent(role -> {
            draft.add(
                    Kind.CHECK_SESSIONS,
                    version,
                    3,
                    "no session of " + role.role().shown(),
                    "read pg_stat_activity");
            if (role.canLogin()) {
                draft.add(
                        Kind.CLOSE_LOGIN,
                        version,
                        4,
                        "nobody new logs in as " + role.role().shown(),
                        LoginSql.closing(role.role()).text());
            }
            draft.add(
                    Kind.DROP_ROLE,
                    version,
                    4,
                    "drop " + role.role().shown(),
                    LoginSql.dropping(role.role()).text());
        });
        secret.ifPresent(found -> draft.add(
                Kind.DELETE_SECRET,
                version,
                4,
                "delete Secret " + found.name(),
                "DELETE secrets/" + found.name() + " as of version " + found.resourceVersion()));
    }
}
