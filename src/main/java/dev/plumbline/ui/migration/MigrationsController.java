package dev.plumbline.ui.migration;

import static dev.plumbline.ui.control.Visibility.present;

import dev.plumbline.migration.revision.FileState;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.ModalCard;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.LayoutMemory;
import dev.plumbline.ui.fx.RememberedSplit;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The files of a directory, the statements of the one that is open with their locks and what is said against them, and what is known of the chosen one. */
public final class MigrationsController implements Screen {
    private final MigrationsViewModel model;
    private final LayoutMemory memory;
    private final Subscriptions shown = new Subscriptions();
    private final MigrationFileController open;
    private final MigrationsFootController foot;
    private final Parent root;

    @FXML
    private ElidedLabel headline;

    @FXML
    private Label about;

    @FXML
    private ElidedLabel directory;

    @FXML
    private ProgressStrip progress;

    @FXML
    private MenuButton options;

    @FXML
    private Button again;

    @FXML
    private VBox notices;

    @FXML
    private VBox page;

    @FXML
    private SplitPane parts;

    @FXML
    private ListView<FileState> files;

    @FXML
    private StackPane filePlace;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox detail;

    @FXML
    private VBox instead;

    @FXML
    private ModalCard modal;

    public MigrationsController(MigrationsViewModel model, LayoutMemory memory) {
        this.model = model;
        this.memory = memory;
        this.open = new MigrationFileController(model);
        this.foot = new MigrationsFootController(model);
        this.root = ViewLoader.load(this);
        FolderDrop.install(root, model::open);
    }

    @FXML
    private void initialize() {
        filePlace.getChildren().setAll(open.root());
        page.getChildren().add(foot.root());
        files.setCellFactory(list -> new FileCell(() -> model.judged().value()));
        files.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.openedProperty().set(chosen);
            }
        });
        RememberedSplit.install(parts, memory, "migrations.parts");
    }

    @Override
    public void activate() {
        shown.follow(model.judged().jobProperty(), progress::setJob);
        shown.watch(this::showPage, model.judged().valueProperty());
        shown.watch(this::showState, model.judged().phaseProperty(), model.toldProperty(), model.choiceProperty());
        shown.watch(this::showFile, model.openedProperty());
        shown.watch(this::showDetail, model.selectedProperty());
        shown.watch(
                this::showRewrite,
                model.rewrite().looked().phaseProperty(),
                model.rewrite().looked().valueProperty(),
                model.rewrite().written().phaseProperty());
        model.readWhenOutdated();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showPage() {
        JudgedMigrations now = model.judged().value();
        if (now == null) {
            about.setText("");
            return;
        }
        about.setText(MigrationNotices.about(now));
        FileState opened = model.openedProperty().get();
        files.getItems().setAll(now.reading().state().files());
        files.getSelectionModel().select(opened);
        showFile();
    }

    private void showState() {
        JudgedMigrations now = model.judged().value();
        headline.setText(model.headline());
        directory.setText(model.choice()
                .map(choice -> Visible.text(choice.directory().toString()))
                .orElse(Texts.get("migrations.directory.none")));
        model.choice().ifPresent(choice -> options.getItems().setAll(OptionsMenu.of(choice, model::choose)));
        options.setDisable(model.choice().isEmpty());
        again.setDisable(model.choice().isEmpty());
        List<Node> above = StandingNotices.of(model);
        notices.getChildren().setAll(above);
        present(notices, !above.isEmpty());
        boolean any = now != null && !now.reading().state().files().isEmpty();
        present(parts, any);
        instead.getChildren().setAll(any ? List.of() : List.of(InsteadOfFiles.of(model)));
        present(instead, !any);
        foot.show(now);
    }

    private void showFile() {
        open.show();
        showDetail();
    }

    private void showDetail() {
        JudgedMigrations now = model.judged().value();
        var statement = model.selectedProperty().get();
        detail.getChildren()
                .setAll(
                        now == null || statement == null
                                ? List.of(StatementDetail.words(Texts.get("migrations.choose.statement"), "muted"))
                                : new StatementDetail(now, model.rewrite()::look).of(statement));
        scroll.setVvalue(0);
    }

    private void showRewrite() {
        RewriteViewModel.LookedAt looked = model.rewrite().looked().value();
        if (looked == null) {
            modal.hide();
            showState();
            return;
        }
        RewriteView view = new RewriteView(
                model.rewrite(),
                looked,
                Optional.ofNullable(model.rewrite().written().problemProperty().get()));
        modal.show(view, view.first(), model.rewrite()::lookAway);
    }

    @FXML
    private void chooseDirectory() {
        model.chooseDirectory();
    }

    @Override
    public List<ScreenAction> actions() {
        List<ScreenAction> all = new ArrayList<>();
        all.add(new ScreenAction(Texts.get("migrations.choose"), "", model::chooseDirectory));
        all.addAll(foot.actions());
        all.addAll(open.actions());
        return all;
    }

    @Override
    @FXML
    public void readAgain() {
        model.readAgain();
    }

    @Override
    public boolean dismiss() {
        return modal.dismiss();
    }

    @Override
    public ObservableValue<String> connection() {
        return model.connectionProperty();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return model.headline();
    }
}
