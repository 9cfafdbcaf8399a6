package dev.plumbline.ui.runbook;

import dev.plumbline.model.Visible;
import dev.plumbline.runbook.document.Input;
import dev.plumbline.ui.fx.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One input: what it is for, a field that offers what there is and takes what is typed, below it what is known of the list, and what is wrong with what stands in it, told once it was written in and left, or everything was asked for.
 */
final class InputField extends VBox {
    private static final int ROWS_MEASURED = 20;
    private final Input input;
    private final ComboBox<String> field = new ComboBox<>();
    private final Label offered = Words.of("", "small");
    private final Button again = new Button(Texts.get("begin.offer.again"));
    private final HBox offerLine = new HBox(offered, again);
    private final Label problem = Words.of("", "small", "danger-text");
    private final OnlyAnswer only;
    private Offer offer = Offer.NONE;
    private Set<String> known = Set.of();
    private boolean offering;
    private boolean written;
    private boolean told;
    private boolean left = true;

    /** {@code readAgain} is done when the list is asked for once more. */
    InputField(Input input, String value, Runnable changed, Runnable readAgain) {
        this.input = input;
        this.only = new OnlyAnswer(input.standard().isEmpty());
        getStyleClass().add("form-field");
        Label label = Words.of(input.label());
        label.setLabelFor(field);
        field.setId("input-" + input.name());
        field.setEditable(true);
        field.setMaxWidth(520);
        field.setVisibleRowCount(12);
        field.setAccessibleText(Visible.text(input.label()));
        field.setOnShowing(event -> {
            if (known.contains(value())) {
                choices(offer.names());
            }
        });
        // Else the skin measures every name each time the list is opened, with thousands of them for seconds.
        field.getProperties().put("comboBoxRowsToMeasureWidth", ROWS_MEASURED);
        field.setCellFactory(list -> new NameCell());
        field.getEditor().getStyleClass().add("mono");
        field.getEditor().setText(value);
        field.getEditor().textProperty().subscribe((before, now) -> {
            if (!offering) {
                written = true;
                left = false;
                show();
                changed.run();
                open();
            }
        });
        focusWithinProperty().subscribe((before, now) -> {
            if (before && !now) {
                leave();
            }
        });
        offered.setId("offer-" + input.name());
        again.getStyleClass().addAll("quiet", "small");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setId("again-" + input.name());
        again.setOnAction(event -> readAgain.run());
        offerLine.getStyleClass().add("line");
        getChildren().addAll(label, aside(), field, offerLine, problem);
        choices(fixed());
        preset(new Offer(Offer.State.LISTED, fixed(), "", false));
        show();
    }

    /** Whoever wrote something, or took it out again, has answered. */
    private void preset(Offer now) {
        if (!written) {
            only.of(now, value()).ifPresent(this::put);
        }
    }

    private void put(String value) {
        offering = true;
        field.getEditor().setText(value);
        offering = false;
    }

    private Label aside() {
        return Words.of(
                Texts.get("begin.input", input.name(), input.type().word())
                        + input.standard()
                                .map(text -> " · "
                                        + (text.isEmpty()
                                                ? Texts.get("begin.optional")
                                                : Texts.get("begin.standard", text)))
                                .orElse(""),
                "small",
                "muted");
    }

    private List<String> fixed() {
        return switch (input.type()) {
            case CHOICE -> input.choices();
            case BOOLEAN -> List.of("true", "false");
            default -> List.of();
        };
    }

    /** Keeps what is written while what is offered changes. */
    void offer(Offer now) {
        offer = now;
        known = new HashSet<>(now.names());
        if (input.type().isDiscovered()) {
            preset(now);
            choices(narrowed());
        }
        show();
    }

    /** Those that hold what is typed, all where none does. A name that was taken from the list changes nothing of it while it is open. */
    private List<String> narrowed() {
        String typed = value().toLowerCase(Locale.ROOT);
        List<String> all = offer.names();
        if (all.contains(value())
                && all.containsAll(field.getItems())
                && !field.getItems().isEmpty()) {
            return field.getItems();
        }
        List<String> fitting = all.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(typed))
                .toList();
        return fitting.isEmpty() || known.contains(value()) ? all : fitting;
    }

    /** While a name is being written, those that hold it are shown below the field; where none does, the list goes. */
    private void open() {
        String typed = value().toLowerCase(Locale.ROOT);
        boolean fits = field.getEditor().isFocused()
                && !typed.isEmpty()
                && !known.contains(value())
                && field.getItems().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(typed));
        if (!fits) {
            field.hide();
        } else if (!field.isShowing()) {
            field.show();
        }
    }

    private void choices(List<String> values) {
        if (field.getItems().equals(values)) {
            return;
        }
        String written = field.getEditor().getText();
        int caret = field.getEditor().getCaretPosition();
        offering = true;
        field.getItems().setAll(values);
        field.getEditor().setText(written);
        field.getEditor().positionCaret(caret);
        offering = false;
    }

    String value() {
        return field.getEditor().getText().strip();
    }

    Input input() {
        return input;
    }

    String name() {
        return input.name();
    }

    boolean isRefused() {
        return BeginRunViewModel.refuses(input, value()).isPresent();
    }

    /** From now on what is wrong is told. */
    void tell() {
        told = true;
        left = true;
        show();
    }

    /** Whoever writes has not finished before: until then a name that is not among those offered may still become one. */
    private void leave() {
        left = true;
        if (written) {
            tell();
        } else {
            show();
        }
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private void show() {
        boolean isStrange = left && offer.isWhole() && !value().isEmpty() && !known.contains(value());
        String words = isStrange && offer.state() == Offer.State.LISTED
                ? "△ " + Texts.get("begin.offer.absent") + " " + offer.words()
                : sign() + offer.words();
        if (!written && only.isTaken(offer, value())) {
            words += " " + Texts.get("begin.offer.only");
        }
        String escaped = Visible.text(value());
        offered.setText(
                Visible.text(words) + (escaped.equals(value()) ? "" : " " + Texts.get("begin.offer.escaped", escaped)));
        offered.getStyleClass().removeAll("muted", "warning-text");
        offered.getStyleClass()
                .add(
                        isStrange || offer.state() == Offer.State.UNKNOWN || offer.state() == Offer.State.FAILED
                                ? "warning-text"
                                : "muted");
        Words.present(again, offer.mayRetry());
        Words.present(offerLine, !offered.getText().isEmpty());
        String wrong =
                BeginRunViewModel.refuses(input, value()).map(why -> "▲ " + why).orElse("");
        problem.setText(told ? Visible.text(wrong) : "");
        Words.present(problem, !problem.getText().isEmpty());
    }

    private String sign() {
        return switch (offer.state()) {
            case UNKNOWN -> "? ";
            case FAILED -> "▲ ";
            case NONE, WAITS, LOADING, LISTED, EMPTY -> "";
        };
    }
}
