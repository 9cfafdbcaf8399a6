package dev.plumbline.ui.rotation;

import dev.plumbline.drift.chain.Retirement;
import dev.plumbline.drift.chain.Retirement.Light;
import dev.plumbline.model.managed.CredentialSecret;
import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.LoginSession;
import dev.plumbline.model.managed.RotationFacts;
import dev.plumbline.model.managed.VersionLogin;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The credentials of each version: their login, their Secret, and whether anybody still uses them. */
final class CredentialCards {
    private final RotationPlan plan;
    private final RotationFacts facts;

    private CredentialCards(RotationPlan plan) {
        this.plan = plan;
        this.facts = plan.facts();
    }

    static List<Node> of(RotationPlan plan) {
        return new CredentialCards(plan).parts();
    }

    private List<Node> parts() {
        List<Node> parts = new ArrayList<>();
        parts.add(Words.of(Texts.get("rotation.credentials"), "heading", "section"));
        facts.secrets()
                .value()
                .ifPresentOrElse(
                        seen -> {},
                        () -> parts.add(Words.of(
                                Texts.get(
                                        "rotation.secrets.unknown",
                                        facts.secrets().gap()),
                                "warning-text")));
        plan.retirements().forEach(retirement -> parts.add(card(retirement, Use.RETIRES)));
        plan.wanted().forEach(version -> parts.add(card(Retirement.of(facts, version), Use.STAYS)));
        plan.chain()
                .next()
                .map(DatabaseMigration::version)
                .filter(version -> !plan.wanted().contains(version))
                .ifPresent(version -> parts.add(card(Retirement.of(facts, version), Use.COMES)));
        if (parts.size() == 1) {
            parts.add(Words.of(Texts.get("rotation.credentials.none"), "muted"));
        }
        return parts;
    }

    private enum Use {
        RETIRES,
        STAYS,
        COMES
    }

    private Node card(Retirement retirement, Use use) {
        Light light = retirement.light();
        String version = retirement.version();
        Label sign = new Label(use == Use.RETIRES ? sign(light) : use == Use.STAYS ? "●" : "△");
        sign.getStyleClass().addAll("light", use == Use.RETIRES ? style(light) : "accent-text");
        VBox card = new VBox(Words.head(sign, Words.of(version, "heading", "mono"), badge(light, use)));
        card.getStyleClass().addAll("card", "rotation-card");
        card.getChildren().addAll(Words.of(login(retirement), "mono"), Words.of(secret(retirement), "mono"));
        String style = use == Use.RETIRES ? "danger-text" : "muted";
        retirement.inUse().forEach(line -> card.getChildren().add(use(line, style)));
        retirement
                .unknown()
                .forEach(gap -> card.getChildren()
                        .add(Words.of(
                                Texts.get("rotation.light.gap", gap), use == Use.RETIRES ? "warning-text" : "muted")));
        if (use == Use.RETIRES && light == Light.FREE) {
            card.getChildren().add(Words.of(Texts.get("rotation.light.free.why"), "muted"));
        }
        if (use == Use.STAYS) {
            sessions(retirement.login()).ifPresent(line -> card.getChildren().add(line));
        }
        return card;
    }

    /** A line of who uses them; sessions stand a little to the right, below the line that counts them. */
    private static Label use(String line, String style) {
        Label label = Words.of(line.strip(), style);
        if (line.startsWith(" ")) {
            label.getStyleClass().add("deeper");
        }
        return label;
    }

    private Optional<Node> sessions(String login) {
        return facts.live()
                .value()
                .filter(live -> live.sessions().stream().map(LoginSession::user).noneMatch(login::equals))
                .map(live -> Words.of(Texts.get("rotation.sessions.none"), "muted"));
    }

    private String login(Retirement retirement) {
        if (facts.live().value().isEmpty()) {
            return Texts.get("rotation.login.unknown", retirement.login());
        }
        Optional<VersionLogin> login = facts.live().value().flatMap(live -> live.login(retirement.version()));
        if (login.isEmpty()) {
            return Texts.get("rotation.login.absent", retirement.login());
        }
        List<String> words = new ArrayList<>();
        words.add(Texts.get(login.get().canLogin() ? "rotation.login.open" : "rotation.login.closed"));
        words.add(Texts.get(login.get().inGroup() ? "rotation.login.inGroup" : "rotation.login.noGroup"));
        if (login.get().powerful()) {
            words.add(Texts.get("rotation.login.powerful"));
        }
        return Texts.get("rotation.login", retirement.login(), String.join(", ", words));
    }

    private String secret(Retirement retirement) {
        if (facts.secrets().value().isEmpty()) {
            return Texts.get("rotation.secret.unknown", retirement.secret());
        }
        Optional<CredentialSecret> secret = facts.secret(retirement.version());
        if (secret.isEmpty()) {
            return Texts.get("rotation.secret.absent", retirement.secret());
        }
        if (!secret.get().owned()) {
            return Texts.get("rotation.secret.others", retirement.secret());
        }
        return secret.get().username().equals(retirement.login())
                ? Texts.get("rotation.secret", retirement.secret())
                : Texts.get(
                        "rotation.secret.otherUser",
                        retirement.secret(),
                        secret.get().username());
    }

    private static Badge badge(Light light, Use use) {
        return switch (use) {
            case STAYS -> new Badge(Texts.get("rotation.light.stays"), Tone.ACCENT);
            case COMES -> new Badge(Texts.get("rotation.light.comes"), Tone.NEUTRAL);
            case RETIRES ->
                new Badge(
                        Texts.get("rotation.light." + light),
                        switch (light) {
                            case FREE -> Tone.OK;
                            case IN_USE -> Tone.DANGER;
                            case UNKNOWN -> Tone.NEUTRAL;
                        });
        };
    }

    private static String sign(Light light) {
        return switch (light) {
            case FREE -> "○";
            case IN_USE -> "▲";
            case UNKNOWN -> "?";
        };
    }

    private static String style(Light light) {
        return switch (light) {
            case FREE -> "ok-text";
            case IN_USE -> "danger-text";
            case UNKNOWN -> "muted";
        };
    }
}
