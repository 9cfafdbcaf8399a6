package dev.plumbline.ui.compare;

import dev.plumbline.model.Visible;
import dev.plumbline.operation.CompareStructure.KeptStates;
import dev.plumbline.operation.ReadHappenings.Happening;
import dev.plumbline.operation.ReadHappenings.Happenings;
import dev.plumbline.operation.structure.StructureKeeper.Kept;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The kept states of a database as a line of time with two handles, and under it what happened between the two. */
final class TimelineView extends VBox {
    private static final int TICKED = 60;
    private final TimelineModel model;
    private final Runnable compare;
    private final ComboBox<KeptStates> database = new ComboBox<>();
    private final Slider from = new Slider();
    private final Slider to = new Slider();
    private final ElidedLabel fromTold = new ElidedLabel();
    private final ElidedLabel toTold = new ElidedLabel();
    private final Label told = DetailView.words("", "muted");
    private final ListView<String> happened = new ListView<>();

    /** {@code compare} compares the two moments; {@code close} puts the line of time away. */
    TimelineView(TimelineModel model, Runnable compare, Runnable close) {
        this.model = model;
        this.compare = compare;
        getStyleClass().add("timeline");
        database.setId("timelineDatabase");
        SidePicker.show(database, kept -> kept.place().shown(), Texts.get("compare.timeline.of"));
        database.setPromptText(Texts.get("compare.earlier.prompt"));
        database.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(database, Priority.ALWAYS);
        SidePicker.bind(database, model.database);
        Button away = new Button(Texts.get("compare.timeline.close"));
        away.getStyleClass().add("quiet");
        away.setMinWidth(Region.USE_PREF_SIZE);
        away.setOnAction(event -> close.run());
        happened.setId("happened");
        happened.setPrefHeight(96);
        happened.setMinHeight(76);
        happened.setAccessibleText(Texts.get("compare.timeline.happened"));
        getChildren()
                .addAll(
                        row(label("compare.timeline.of"), database, away),
                        row(label("compare.timeline.from"), from, fromTold),
                        row(label("compare.timeline.to"), to, toTold),
                        told,
                        happened);
        join("timelineFrom", from, model.from, Texts.get("compare.timeline.from"));
        join("timelineTo", to, model.to, Texts.get("compare.timeline.to"));
    }

    /** As high as it needs, however little room there is. */
    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("side");
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private static Label label(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("heading");
        label.setMinWidth(64);
        return label;
    }

    private void join(String id, Slider slider, IntegerProperty moment, String spoken) {
        slider.setId(id);
        slider.setAccessibleText(spoken);
        slider.setMin(0);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setMinWidth(120);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().subscribe(value -> {
            if (!slider.isValueChanging()) {
                take(moment, value.doubleValue());
            }
        });
        slider.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                take(moment, slider.getValue());
            }
        });
    }

    private void take(IntegerProperty moment, double value) {
        int chosen = (int) Math.round(value);
        if (chosen != moment.get()) {
            moment.set(chosen);
            compare.run();
        }
    }

    void offer(List<KeptStates> kept) {
        SidePicker.fill(database, kept, model.database.get());
    }

    void follow(Subscriptions shown) {
        shown.watch(this::showStates, model.database, model.from, model.to);
        shown.watch(
                this::showHappened,
                model.happenings().valueProperty(),
                model.happenings().phaseProperty());
    }

    private void showStates() {
        int last = Math.max(0, model.states().size() - 1);
        for (Slider slider : List.of(from, to)) {
            slider.setMax(Math.max(1, last));
            slider.setDisable(last == 0);
            slider.setShowTickMarks(last <= TICKED);
        }
        from.setValue(model.from.get());
        to.setValue(model.to.get());
        show(fromTold, model.at(model.from));
        show(toTold, model.at(model.to));
    }

    private static void show(ElidedLabel label, Optional<Kept> moment) {
        label.setText(moment.map(Moments::shown).orElse(""));
        label.setPrefWidth(330);
    }

    private void showHappened() {
        Happenings now = model.happenings().value();
        happened.getItems()
                .setAll(
                        now == null
                                ? List.of()
                                : now.all().stream().map(TimelineView::line).toList());
        told.setText(words(now));
    }

    private String words(@Nullable Happenings now) {
        if (model.database.get() == null) {
            return Texts.get("compare.timeline.choose");
        }
        if (model.states().size() == 1) {
            return Texts.get("compare.timeline.one");
        }
        if (now == null) {
            return "";
        }
        String events = !now.unread().isEmpty()
                ? Texts.get("compare.timeline.unread", Visible.text(now.unread()))
                : Texts.get(model.knowsResource() ? "compare.timeline.events" : "compare.timeline.noEvents");
        String between = now.all().isEmpty()
                ? Texts.get("compare.timeline.nothing")
                : Texts.get("compare.timeline.between", now.all().size());
        return between + " " + events;
    }

    private static String line(Happening happening) {
        return Moments.utc(happening.at()) + "  "
                + Texts.get("compare.happened." + happening.kind().name()) + "  " + Visible.text(happening.words());
    }
}
