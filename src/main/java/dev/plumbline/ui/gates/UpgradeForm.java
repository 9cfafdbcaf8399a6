package dev.plumbline.ui.gates;

import dev.plumbline.drift.gate.SpecValidation.Refusal;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.RunningPod.Container;
import dev.plumbline.model.upgrade.UpgradeChoices;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All fields of a DBUpgrade's spec. Says what is written at any moment, and shows what is wrong beside its field. */
final class UpgradeForm extends VBox {
    private static final int MOST_CHECKS = 50;
    private final Runnable changed;
    private final TextField name;
    private final ComboBox<String> namespace;
    private final ComboBox<String> image;
    private final TextField dir;
    private final TextField deadline;
    private final DatabaseForm database;
    private final VBox podList = list();
    private final VBox preList = list();
    private final VBox postList = list();
    private final List<FormField> own = new ArrayList<>();
    private @Nullable UpgradeChoices offered;

    /** {@code moved} hears a namespace that was chosen, or written and left. */
    UpgradeForm(String inNamespace, Runnable changed, Consumer<String> moved) {
        this.changed = changed;
        getStyleClass().add("gate-column");
        name = FormField.text("upgradeName", "", this::tell);
        namespace = FormField.pick("namespace", inNamespace, this::tell);
        namespace.valueProperty().subscribe((before, now) -> {
            if (now != null && !now.isBlank()) {
                moved.accept(now.strip());
            }
        });
        image = FormField.pick("image", "", this::tell);
        dir = FormField.text("dir", "/migrations", this::tell);
        deadline = FormField.text("deadline", "", this::tell);
        database = new DatabaseForm(this::tell);
        add(new FormField("metadata.name", "compose.name", name));
        add(new FormField("metadata.namespace", "compose.namespace", namespace));
        add(new FormField("spec.migrations.image", "compose.image", image));
        add(new FormField("spec.migrations.dir", "compose.dir", dir));
        section("compose.database");
        getChildren().add(database);
        section("gates.stage.PRE");
        getChildren().addAll(podList, preList);
        getChildren()
                .addAll(
                        adding(
                                "addPods",
                                "compose.add.pods",
                                podList,
                                at -> new PodCheckForm(at, this::tell, () -> remove(podList, at))),
                        adding(
                                "addPre",
                                "compose.add.metric",
                                preList,
                                at -> new MetricForm("pre", at, this::tell, () -> remove(preList, at))));
        section("gates.stage.POST");
        getChildren().add(postList);
        getChildren()
                .add(adding(
                        "addPost",
                        "compose.add.metric",
                        postList,
                        at -> new MetricForm("post", at, this::tell, () -> remove(postList, at))));
        section("compose.runner");
        add(new FormField("spec.runner.activeDeadlineSeconds", "compose.deadline", deadline));
    }

    private static VBox list() {
        VBox list = new VBox();
        list.getStyleClass().add("form-list");
        return list;
    }

    private void add(FormField field) {
        own.add(field);
        getChildren().add(field);
    }

    private void section(String key) {
        getChildren().add(Words.of(Texts.get(key), "heading", "section"));
    }

    @FunctionalInterface
    private interface Making {
        FormPart at(int place);
    }

    private Button adding(String id, String key, VBox list, Making making) {
        Button button = new Button(Texts.get(key));
        button.setId(id);
        button.setOnAction(event -> {
            if (list.getChildren().size() < MOST_CHECKS) {
                FormPart part = making.at(list.getChildren().size());
                list.getChildren().add(part);
                UpgradeChoices choices = offered;
                if (choices != null) {
                    part.offer(choices);
                }
                tell();
            }
        });
        return button;
    }

    /** The fields of a check are called by its place: those after one that is removed are its successors' fields, so only the last may go. */
    private void remove(VBox list, int at) {
        if (at == list.getChildren().size() - 1) {
            list.getChildren().remove(at);
            tell();
        }
    }

    private void tell() {
        for (VBox list : List.of(podList, preList, postList)) {
            int last = list.getChildren().size() - 1;
            for (int at = 0; at <= last; at++) {
                ((FormPart) list.getChildren().get(at)).allowRemoving(at == last);
            }
        }
        changed.run();
    }

    /** What is written, whatever is wrong with it. */
    DbUpgrade draft(String context, String group, String plural) {
        return DbUpgrade.draft(
                new ResourceRef(context, group, plural, FormField.of(namespace), FormField.of(name)),
                FormField.of(image),
                FormField.of(dir),
                database.value(),
                parts(podList, PodCheckForm.class).map(PodCheckForm::value).toList(),
                parts(preList, MetricForm.class).map(MetricForm::value).toList(),
                parts(postList, MetricForm.class).map(MetricForm::value).toList(),
                FormPart.number(FormField.of(deadline), 0));
    }

    private static <T> Stream<T> parts(VBox list, Class<T> type) {
        return list.getChildren().stream().map(type::cast);
    }

    private Stream<FormPart> parts() {
        return Stream.of(
                        Stream.of(database),
                        parts(podList, FormPart.class),
                        parts(preList, FormPart.class),
                        parts(postList, FormPart.class))
                .flatMap(part -> part);
    }

    /** What is written that no resource could hold. */
    List<Refusal> mistakes() {
        List<Refusal> mistakes =
                new ArrayList<>(FormPart.numberMistakes("spec.runner.activeDeadlineSeconds", FormField.of(deadline)));
        parts().forEach(part -> mistakes.addAll(part.mistakes()));
        return mistakes;
    }

    void offer(UpgradeChoices choices) {
        offered = choices;
        FormField.offer(namespace, choices.namespaces().value().orElse(List.of()));
        FormField.offer(
                image,
                choices.pods().value().orElse(List.of()).stream()
                        .flatMap(pod -> pod.pod().containers().stream())
                        .map(Container::image)
                        .distinct()
                        .sorted()
                        .toList());
        parts().forEach(part -> part.offer(choices));
    }

    /** Puts each text beside the field that it is about; returns those that are about none. */
    List<Refusal> show(List<Refusal> refusals) {
        List<FormField> fields = fields();
        Map<FormField, List<String>> texts = new HashMap<>();
        List<Refusal> rest = new ArrayList<>();
        for (Refusal refusal : refusals) {
            Optional<FormField> field = fields.stream()
                    .filter(one ->
                            refusal.field().startsWith(one.path()) || one.path().startsWith(refusal.field()))
                    .max((left, right) -> Integer.compare(
                            common(left.path(), refusal.field()), common(right.path(), refusal.field())));
            field.ifPresentOrElse(
                    one -> texts.computeIfAbsent(one, first -> new ArrayList<>())
                            .add(refusal.text()),
                    () -> rest.add(refusal));
        }
        fields.forEach(field -> field.setWrong(texts.getOrDefault(field, List.of())));
        return rest;
    }

    private static int common(String path, String field) {
        return field.startsWith(path) ? path.length() : 0;
    }

    /** From now on everything that is wrong is shown. */
    void tellAll() {
        fields().forEach(FormField::tell);
    }

    private List<FormField> fields() {
        return Stream.concat(own.stream(), parts().flatMap(part -> part.fields().stream()))
                .toList();
    }
}
