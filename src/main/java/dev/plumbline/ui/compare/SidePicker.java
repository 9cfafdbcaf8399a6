package dev.plumbline.ui.compare;

import dev.plumbline.model.DatabasePlace;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.CompareStructure.KeptStates;
import dev.plumbline.operation.structure.StructureKeeper.Kept;
import dev.plumbline.ui.fx.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One side of the comparison: what kind of state, and which. */
final class SidePicker extends HBox {
    /** The box would grow with what was shown in its list, and the two sides stand one below the other. */
    private static final double KIND_WIDTH = 162;

    private final SideModel model;
    private final ComboBox<SideModel.Kind> kind = new ComboBox<>();
    private final ComboBox<DatabasePlace> live = new ComboBox<>();
    private final ComboBox<ResourceRef> resource = new ComboBox<>();
    private final TextField written = new TextField();
    private final Button file = new Button(Texts.get("compare.file"));
    private final Button folder = new Button(Texts.get("compare.folder"));
    private final ComboBox<KeptStates> database = new ComboBox<>();
    private final ComboBox<Kept> state = new ComboBox<>();

    SidePicker(String id, String name, SideModel model, CompareActions.Files files) {
        this.model = model;
        getStyleClass().add("side");
        Label label = new Label(name);
        label.getStyleClass().add("heading");
        label.setMinWidth(44);
        kind.setId(id + "Kind");
        kind.getItems().setAll(SideModel.Kind.values());
        kind.setMinWidth(KIND_WIDTH);
        kind.setMaxWidth(KIND_WIDTH);
        show(kind, chosen -> Texts.get("compare.kind." + chosen.name()), name + " " + Texts.get("compare.kind"));
        kind.valueProperty().bindBidirectional(model.kind);
        live.setId(id + "Live");
        live.setPromptText(Texts.get("compare.live.prompt"));
        show(live, DatabasePlace::shown, name + " " + Texts.get("compare.kind.LIVE"));
        bind(live, model.live);
        resource.setId(id + "Resource");
        resource.setPromptText(Texts.get("compare.resource.prompt"));
        show(resource, ResourceRef::shown, name + " " + Texts.get("compare.kind.RESOURCE"));
        bind(resource, model.resource);
        written.setId(id + "Written");
        written.getStyleClass().add("mono");
        written.setPromptText(Texts.get("compare.written.prompt"));
        written.setAccessibleText(name + " " + Texts.get("compare.kind.WRITTEN"));
        written.textProperty().bindBidirectional(model.written);
        file.setOnAction(event -> take(files.file()));
        folder.setOnAction(event -> take(files.folder()));
        database.setId(id + "Database");
        database.setPromptText(Texts.get("compare.earlier.prompt"));
        show(database, kept -> kept.place().shown(), name + " " + Texts.get("compare.kind.EARLIER"));
        bind(database, model.database);
        state.setId(id + "State");
        state.setPromptText(Texts.get("compare.state.prompt"));
        show(state, Moments::shown, name + " " + Texts.get("compare.state"));
        bind(state, model.state);
        getChildren().addAll(label, kind, live, resource, written, file, folder, database, state);
        for (Region grown : List.of(live, resource, written, database, state)) {
            HBox.setHgrow(grown, Priority.ALWAYS);
            grown.setMinWidth(60);
            grown.setPrefWidth(200);
            grown.setMaxWidth(Double.MAX_VALUE);
        }
        for (Region button : List.of(file, folder)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        model.database.subscribe(this::offerStates);
        model.kind.subscribe(this::showKind);
    }

    /** A box that is empty keeps what the model has; what the model gets, it shows. */
    static <T> void bind(ComboBox<T> box, ObjectProperty<@Nullable T> property) {
        property.subscribe(value -> box.setValue(value));
        box.valueProperty().subscribe(value -> {
            if (value != null) {
                property.set(value);
            }
        });
    }

    /** {@code ask} is asked again each time that a list of databases or resources opens: the estate may have grown. */
    void askWhenOpened(Runnable ask) {
        live.setOnShowing(event -> ask.run());
        resource.setOnShowing(event -> ask.run());
    }

    /** What can be chosen now. */
    void offer(List<DatabasePlace> places, List<ResourceRef> schemas, List<KeptStates> kept) {
        fill(live, places, model.live.get());
        fill(resource, schemas, model.resource.get());
        fill(database, kept, model.database.get());
    }

    static <T> void fill(ComboBox<T> box, List<T> items, @Nullable T chosen) {
        if (!box.getItems().equals(items)) {
            box.getItems().setAll(items);
        }
        box.setValue(chosen);
    }

    private void offerStates(@Nullable KeptStates chosen) {
        List<Kept> states = chosen == null ? List.of() : chosen.states();
        Kept before = model.state.get();
        if (before != null && !states.contains(before)) {
            model.state.set(null);
        }
        fill(state, states, model.state.get());
    }

    private void showKind(SideModel.Kind chosen) {
        present(chosen == SideModel.Kind.LIVE, live);
        present(chosen == SideModel.Kind.RESOURCE, resource);
        present(chosen == SideModel.Kind.WRITTEN, written, file, folder);
        present(chosen == SideModel.Kind.EARLIER, database, state);
    }

    private static void present(boolean there, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(there);
            node.setManaged(there);
        }
    }

    private void take(Supplier<Optional<Path>> choosing) {
        choosing.get().ifPresent(path -> model.written.set(path.toString()));
    }

    static <T> void show(ComboBox<T> box, Function<T, String> words, String spoken) {
        box.setAccessibleText(spoken);
        box.setButtonCell(new WordCell<>(words, box));
        box.setCellFactory(list -> new WordCell<>(words, null));
    }

    /** Cut in the middle where there is no room; {@code box}: whose prompt stands where nothing is chosen. */
    private static final class WordCell<T> extends ListCell<T> {
        private final Function<T, String> words;
        private final @Nullable ComboBox<T> box;

        WordCell(Function<T, String> words, @Nullable ComboBox<T> box) {
            this.words = words;
            this.box = box;
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(box == null ? "" : box.getPromptText());
            } else {
                setText(Visible.text(words.apply(item)));
            }
        }
    }
}
