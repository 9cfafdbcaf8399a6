package dev.plumbline.ui.gates;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.drift.gate.SpecValidation.Refusal;
import dev.plumbline.model.upgrade.UpgradeChoices;
import dev.plumbline.model.upgrade.UpgradeChoices.SecretChoice;
import dev.plumbline.model.upgrade.UpgradeDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.AwsDatabase;
import dev.plumbline.model.upgrade.UpgradeDatabase.UrlSecret;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The database: a key of a Secret, or one at AWS. It can never be changed once the resource exists. */
final class DatabaseForm extends FormPart {
    private static final String PATH = "spec.database";
    private static final String USUAL_PORT = "5432";
    private final Runnable changed;
    private final ComboBox<String> type;
    private final ComboBox<String> secret;
    private final ComboBox<String> key;
    private final CheckBox optional;
    private final TextField roleArn;
    private final TextField region;
    private final TextField host;
    private final TextField port;
    private final TextField dbName;
    private final TextField username;
    private final Label secrets = Words.atTimes("small", "warning-text");
    private final List<Node> selfHosted = new ArrayList<>();
    private final List<Node> aws = new ArrayList<>();
    private @Nullable UpgradeChoices offered;

    DatabaseForm(Runnable changed) {
        this.changed = changed;
        type = FormField.choice(
                "databaseType",
                List.of(UpgradeDatabase.SELF_HOSTED, UpgradeDatabase.AWS_RDS, UpgradeDatabase.AWS_AURORA),
                this::fit);
        secret = FormField.pick("secret", "", this::offerKeys);
        key = FormField.pick("secretKey", "", changed);
        optional = FormField.check("secretOptional", "compose.optional", false, changed);
        roleArn = FormField.text("roleArn", "", changed);
        region = FormField.text("region", "", changed);
        host = FormField.text("host", "", changed);
        port = FormField.text("port", USUAL_PORT, changed);
        dbName = FormField.text("dbName", "", changed);
        username = FormField.text("username", "", changed);
        row(new FormField(PATH + ".type", "compose.type", type));
        getChildren().add(Words.of(Texts.get("compose.immutable"), "small", "muted"));
        int first = getChildren().size();
        row(
                new FormField(PATH + ".connection.urlSecretRef.name", "compose.secret", secret),
                new FormField(PATH + ".connection.urlSecretRef.key", "compose.key", key));
        getChildren().add(optional);
        selfHosted.addAll(getChildren().subList(first, getChildren().size()));
        getChildren().add(secrets);
        int then = getChildren().size();
        row(new FormField(PATH + ".aws.roleArn", "compose.roleArn", roleArn));
        row(
                new FormField(PATH + ".aws.region", "compose.region", region),
                new FormField(PATH + ".aws.host", "compose.host", host));
        row(
                new FormField(PATH + ".aws.port", "compose.port", port),
                new FormField(PATH + ".aws.dbName", "compose.dbName", dbName),
                new FormField(PATH + ".aws.username", "compose.username", username));
        aws.addAll(getChildren().subList(then, getChildren().size()));
        fit();
    }

    private boolean isAws() {
        return !FormField.of(type).equals(UpgradeDatabase.SELF_HOSTED);
    }

    private void fit() {
        selfHosted.forEach(node -> present(node, !isAws()));
        aws.forEach(node -> present(node, isAws()));
        offerKeys();
    }

    UpgradeDatabase value() {
        return isAws()
                ? new UpgradeDatabase(
                        FormField.of(type),
                        false,
                        null,
                        new AwsDatabase(
                                FormField.of(roleArn),
                                FormField.of(region),
                                FormField.of(host),
                                (int) number(FormField.of(port), 0),
                                FormField.of(dbName),
                                FormField.of(username)))
                : new UpgradeDatabase(
                        FormField.of(type),
                        true,
                        new UrlSecret(FormField.of(secret), FormField.of(key), optional.isSelected()),
                        null);
    }

    @Override
    List<Refusal> mistakes() {
        return isAws() ? numberMistakes(PATH + ".aws.port", FormField.of(port)) : List.of();
    }

    @Override
    void offer(UpgradeChoices choices) {
        offered = choices;
        FormField.offer(
                secret,
                choices.secrets().value().orElse(List.of()).stream()
                        .map(SecretChoice::name)
                        .toList());
        offerKeys();
    }

    /** A Secret of one key has that chosen. */
    private void offerKeys() {
        UpgradeChoices choices = offered;
        String chosen = FormField.of(secret);
        if (choices != null) {
            List<SecretChoice> all = choices.secrets().value().orElse(List.of());
            List<String> keys = all.stream()
                    .filter(one -> one.name().equals(chosen))
                    .flatMap(one -> one.keys().stream())
                    .toList();
            FormField.offer(key, keys);
            if (keys.size() == 1 && FormField.of(key).isEmpty()) {
                key.getEditor().setText(keys.get(0));
            }
            boolean absent = choices.secrets().value().isPresent()
                    && !chosen.isEmpty()
                    && all.stream().noneMatch(one -> one.name().equals(chosen));
            secrets.setText(
                    isAws()
                            ? ""
                            : choices.secrets().value().isEmpty()
                                    ? Texts.get(
                                            "compose.secrets.unknown",
                                            choices.secrets().gap())
                                    : absent ? Texts.get("compose.secret.absent", chosen) : "");
        }
        changed.run();
    }
}
