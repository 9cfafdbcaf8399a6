package dev.plumbline.ui.runbook;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.EmptyState;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.fx.Screen;
import dev.plumbline.ui.fx.ScreenAction;
import dev.plumbline.ui.fx.Subscriptions;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.fx.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;

/** The runbooks that can be chosen beside the runs that there were. */
public final class RunbooksController implements Screen {
    private final RunbooksViewModel model;
    private final LibraryCards cards;
    private final Subscriptions shown = new Subscriptions();
    private final Parent root;

    @FXML
    private ProgressStrip progress;

    @FXML
    private VBox notices;

    @FXML
    private SplitPane parts;

    @FXML
    private VBox books;

    @FXML
    private VBox runs;

    @FXML
    private VBox instead;

    public RunbooksController(RunbooksViewModel model) {
        this.model = model;
        this.cards = new LibraryCards(model);
        this.root = ViewLoader.load(this);
    }

    @Override
    public void activate() {
        shown.follow(model.reading().jobProperty(), progress::setJob);
        shown.watch(this::showLibrary, model.reading().valueProperty());
        shown.watch(
                this::showState,
                model.reading().phaseProperty(),
                model.copying().phaseProperty());
        model.readAgain();
    }

    @Override
    public void deactivate() {
        shown.close();
        progress.setJob(null);
    }

    private void showState() {
        List<Node> above = new ArrayList<>();
        for (Problem failed : problems()) {
            above.add(new ProblemPane(failed).offering(Texts.get("retry"), model::readAgain));
        }
        notices.getChildren().setAll(above);
        Words.present(notices, !above.isEmpty());
        boolean there = model.reading().value() != null;
        Words.present(parts, there);
        instead.getChildren()
                .setAll(
                        there
                                ? List.of()
                                : List.of(EmptyState.of(
                                        Texts.get(
                                                model.reading().phase().isRunning()
                                                        ? "runbooks.reading"
                                                        : "runbooks.unread"),
                                        Texts.get("runbooks.words"))));
    }

    private List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        Problem read = model.reading().problemProperty().get();
        if (read != null) {
            all.add(read);
        }
        Problem copied = model.copying().problemProperty().get();
        if (copied != null) {
            all.add(copied);
        }
        return all;
    }

    private void showLibrary() {
        Library library = model.reading().value();
        if (library == null) {
            return;
        }
        List<Node> lines = new ArrayList<>();
        lines.add(Words.of(Texts.get("runbooks.shipped"), "heading"));
        library.shipped().forEach(each -> lines.add(cards.book(each, true)));
        library.own().forEach((folder, all) -> {
            lines.add(cards.folder(folder));
            if (all.isEmpty()) {
                lines.add(Words.of(Texts.get("runbooks.folder.empty"), "muted"));
            }
            all.forEach(each -> lines.add(cards.book(each, false)));
        });
        library.unread().forEach((folder, problem) -> {
            lines.add(cards.folder(folder));
            lines.add(new ProblemPane(problem));
        });
        if (library.own().isEmpty() && library.unread().isEmpty()) {
            lines.add(EmptyState.of(Texts.get("runbooks.own.none"), Texts.get("runbooks.own.none.words"))
                    .offering(Texts.get("runbooks.add"), model::addFolder));
        }
        books.getChildren().setAll(lines);
        showRuns(library);
    }

    private void showRuns(Library library) {
        List<Node> lines = new ArrayList<>();
        lines.add(Words.of(Texts.get("runbooks.runs"), "heading"));
        if (library.runs().isEmpty()) {
            lines.add(Words.of(Texts.get("runbooks.runs.none"), "muted"));
        }
        library.runs().forEach(run -> lines.add(cards.run(run)));
        runs.getChildren().setAll(lines);
    }

    @FXML
    private void addFolder() {
        model.addFolder();
    }

    @FXML
    private void openBundle() {
        model.openBundle();
    }

    @Override
    public List<ScreenAction> actions() {
        List<ScreenAction> all = new ArrayList<>();
        all.add(new ScreenAction(Texts.get("runbooks.add"), "", model::addFolder));
        all.add(new ScreenAction(Texts.get("runbooks.bundle"), "", model::openBundle));
        Library library = model.reading().value();
        if (library != null) {
            library.all().stream()
                    .filter(each -> each.faults() == 0)
                    .forEach(each -> all.add(new ScreenAction(
                            Texts.get("runbooks.begin.of", Visible.text(each.title())),
                            "",
                            () -> model.begin(each.name()))));
        }
        return all;
    }

    @Override
    @FXML
    public void readAgain() {
        model.readAgain();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String title() {
        return Texts.get("runbooks.title");
    }
}
