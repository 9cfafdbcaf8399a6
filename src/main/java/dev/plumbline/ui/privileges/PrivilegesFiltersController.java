package dev.plumbline.ui.privileges;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.ui.control.Suggestions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;

/** What is asked: by role, by object or the matrix, for whom, on what, and of which kind. Only what its mode looks at is there. */
public final class PrivilegesFiltersController {
    private final PrivilegesViewModel model;
    private final Parent root;
    private final List<Suggestions> suggestions;

    @FXML
    private ToggleButton byRole;

    @FXML
    private ToggleButton byObject;

    @FXML
    private ToggleButton matrixMode;

    @FXML
    private TextField role;

    @FXML
    private TextField other;

    @FXML
    private TextField object;

    @FXML
    private TextField rolesLike;

    @FXML
    private TextField objectsLike;

    @FXML
    private ComboBox<String> schema;

    @FXML
    private ComboBox<String> kind;

    @FXML
    private ComboBox<String> privilege;

    @FXML
    private CheckBox all;

    /** Suggestions are shown in {@code over}. */
    public PrivilegesFiltersController(PrivilegesViewModel model, StackPane over) {
        this.model = model;
        this.root = ViewLoader.load(this);
        this.suggestions = List.of(
                Suggestions.install(over, role, model::rolesLike),
                Suggestions.install(over, other, model::rolesLike),
                Suggestions.install(over, object, model::objectsLike));
    }

    @FXML
    private void initialize() {
        PrivilegesChoice choice = model.choice();
        ToggleGroup modes = new ToggleGroup();
        mode(modes, byRole, PrivilegesMode.BY_ROLE);
        mode(modes, byObject, PrivilegesMode.BY_OBJECT);
        mode(modes, matrixMode, PrivilegesMode.MATRIX);
        role.textProperty().bindBidirectional(choice.role());
        other.textProperty().bindBidirectional(choice.other());
        object.textProperty().bindBidirectional(choice.object());
        rolesLike.textProperty().bindBidirectional(choice.rolesLike());
        objectsLike.textProperty().bindBidirectional(choice.objectsLike());
        all.selectedProperty().bindBidirectional(choice.all());
        choose(schema, choice.schema(), Texts.get("privileges.any.schema"));
        choose(kind, choice.kind(), Texts.get("privileges.any.kind"));
        choose(privilege, choice.privilege(), Texts.get("privileges.any.privilege"));
        choice.mode().subscribe(this::show);
    }

    private void mode(ToggleGroup group, ToggleButton button, PrivilegesMode mode) {
        button.setToggleGroup(group);
        button.setSelected(model.choice().mode().get() == mode);
        button.setOnAction(event -> {
            button.setSelected(true);
            model.choice().mode().set(mode);
        });
    }

    /** A box whose first line, which stands for everything, is the empty text. */
    private static void choose(ComboBox<String> box, StringProperty chosen, String anything) {
        box.setButtonCell(new OpenChoiceCell(anything));
        box.setCellFactory(view -> new OpenChoiceCell(anything));
        box.valueProperty().subscribe(value -> {
            if (value != null) {
                chosen.set(value);
            }
        });
    }

    private void show(PrivilegesMode mode) {
        boolean one = mode == PrivilegesMode.BY_ROLE;
        boolean who = mode == PrivilegesMode.BY_OBJECT;
        present(role, one);
        present(other, one);
        present(object, who);
        present(rolesLike, !one);
        present(objectsLike, !who);
        present(schema, !who);
        present(kind, !who);
        present(all, !(mode == PrivilegesMode.MATRIX));
        model.closeDetail();
    }

    /** Offers what there is to filter by, as it was read last. */
    void offer() {
        offer(schema, model.schemas(), model.choice().schema());
        offer(kind, model.kinds(), model.choice().kind());
        offer(privilege, model.privileges(), model.choice().privilege());
    }

    private static void offer(ComboBox<String> box, List<String> words, StringProperty chosen) {
        List<String> offered = new ArrayList<>(words);
        offered.add(0, "");
        String before = chosen.get();
        box.setItems(FXCollections.observableList(offered));
        box.setValue(offered.contains(before) ? before : "");
    }

    /** Whether suggestions were open; none is any more. */
    boolean closeSuggestions() {
        boolean open = suggestions.stream().anyMatch(Suggestions::isOpen);
        suggestions.forEach(Suggestions::close);
        return open;
    }

    Parent root() {
        return root;
    }
}
