package dev.plumbline.ui.palette;

import dev.plumbline.ui.fx.ViewLoader;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** The palette over the window: type, choose by arrows, run by Enter. */
public final class PaletteController {
    private static final int SHOWN_AT_ONCE = 11;
    private final PaletteViewModel model;
    private final Runnable close;
    private final Parent root;

    @FXML
    private TextField field;

    @FXML
    private ListView<PaletteEntry> list;

    @FXML
    private Label nothing;

    public PaletteController(PaletteViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        this.root = ViewLoader.load(this);
    }

    @FXML
    private void initialize() {
        list.setCellFactory(view -> new PaletteCell());
        list.setFocusTraversable(false);
        field.textProperty().bindBidirectional(model.typed());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> run());
        model.found().addListener((source, before, after) -> show(after));
    }

    public void open() {
        model.open();
        show(model.found().get());
        field.requestFocus();
    }

    /** There is more to be found than when it was opened. What was chosen stays chosen. */
    public void refresh() {
        PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
        model.refresh();
        List<PaletteEntry> found = model.found().get();
        for (int at = 0; chosen != null && at < found.size(); at++) {
            if (found.get(at).isSame(chosen)) {
                list.getSelectionModel().select(at);
                list.scrollTo(Math.max(0, at - 5));
                return;
            }
        }
    }

    private void show(List<PaletteEntry> found) {
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        nothing.setVisible(found.isEmpty());
        list.setPrefHeight(Math.max(2, Math.min(SHOWN_AT_ONCE, found.size())) * list.getFixedCellSize() + 2);
    }

    private void steer(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(10);
            case PAGE_UP -> move(-10);
            case ENTER -> run();
            case ESCAPE -> close.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int to = Math.max(0, Math.min(last, list.getSelectionModel().getSelectedIndex() + by));
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - 5));
    }

    private void run() {
        PaletteEntry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.run().run();
        }
    }

    public Parent root() {
        return root;
    }
}
