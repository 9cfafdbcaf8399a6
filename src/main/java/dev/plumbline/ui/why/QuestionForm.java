package dev.plumbline.ui.why;

import dev.plumbline.access.why.Question;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The question bar: what was typed, which privileges the object takes, and what is wrong with each field. */
public final class QuestionForm {
    private static final int NAMED = 6;
    private final StringProperty role = new SimpleStringProperty("");
    private final StringProperty privilege = new SimpleStringProperty(Privilege.SELECT.word());
    private final StringProperty object = new SimpleStringProperty("");
    private final StringProperty column = new SimpleStringProperty("");
    private final StringProperty roleMistake = new SimpleStringProperty("");
    private final StringProperty privilegeMistake = new SimpleStringProperty("");
    private final StringProperty objectMistake = new SimpleStringProperty("");
    private final StringProperty columnMistake = new SimpleStringProperty("");
    private final ObservableList<String> privileges = FXCollections.observableArrayList();
    private @Nullable KnownObjects known;

    QuestionForm() {
        role.subscribe(() -> roleMistake.set(""));
        privilege.subscribe(() -> privilegeMistake.set(""));
        column.subscribe(() -> columnMistake.set(""));
        object.subscribe(() -> {
            objectMistake.set("");
            offerPrivileges();
        });
    }

    /** Takes names from this reading from now on. */
    void know(KnownObjects read) {
        known = read;
        offerPrivileges();
    }

    void fill(AskedQuestion asked) {
        role.set(asked.role());
        object.set(asked.object());
        column.set(asked.column());
        privilege.set(asked.privilege());
    }

    AskedQuestion typed() {
        return new AskedQuestion(
                role.get().strip(),
                privilege.get().strip(),
                object.get().strip(),
                column.get().strip());
    }

    /** Those of the object typed, or of all that it may mean; a choice that it does not take gives way to its first. */
    private void offerPrivileges() {
        if (known == null) {
            return;
        }
        List<DatabaseObject> meant = known.objects(object.get().strip());
        Stream<ObjectKind> kinds = meant.isEmpty()
                ? Stream.of(ObjectKind.RELATION)
                : meant.stream().map(DatabaseObject::kind).distinct();
        var version = known.snapshot().version();
        List<String> words = kinds.flatMap(kind -> kind.privileges(version).stream())
                .distinct()
                .sorted()
                .map(Privilege::word)
                .toList();
        if (!privileges.equals(words)) {
            String before = privilege.get();
            privileges.setAll(words);
            privilege.set(words.contains(before) || words.isEmpty() ? before : words.get(0));
        }
    }

    /** The question, when every field says one thing; else the mistakes stand at their fields. */
    Optional<Question> question() {
        KnownObjects read = known;
        if (read == null) {
            return Optional.empty();
        }
        AskedQuestion typed = typed();
        Optional<Integer> who = role(read, typed.role());
        Optional<DatabaseObject> what = object(read, typed.object());
        if (who.isEmpty() || what.isEmpty() || !takes(read, what.get(), typed.privilege())) {
            return Optional.empty();
        }
        Privilege asked = Privilege.ofWord(typed.privilege());
        if (typed.column().isEmpty()) {
            return Optional.of(new Question(who.get(), asked, what.get(), null));
        }
        return column(read, what.get(), asked, typed.column())
                .map(found -> new Question(who.get(), asked, what.get(), found));
    }

    private Optional<Integer> role(KnownObjects read, String text) {
        List<Integer> found = text.isEmpty() ? List.of() : read.roles(text);
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        roleMistake.set(
                text.isEmpty()
                        ? Texts.get("why.mistake.norole")
                        : found.isEmpty()
                                ? Texts.get("why.mistake.role", Visible.text(text))
                                : Texts.get("why.mistake.roles", found.size()));
        return Optional.empty();
    }

    private Optional<DatabaseObject> object(KnownObjects read, String text) {
        List<DatabaseObject> found = text.isEmpty() ? List.of() : read.objects(text);
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        if (text.isEmpty()) {
            objectMistake.set(Texts.get("why.mistake.noobject"));
        } else if (found.isEmpty()) {
            objectMistake.set(Texts.get("why.mistake.object", Visible.text(text)));
        } else {
            String named = found.stream()
                    .limit(NAMED)
                    .map(one -> AskedQuestion.of(read.role(0).name(), Privilege.SELECT, one, null)
                            .object())
                    .collect(Collectors.joining(", "));
            objectMistake.set(
                    Texts.get("why.mistake.objects", found.size(), named + (found.size() > NAMED ? "…" : "")));
        }
        return Optional.empty();
    }

    private boolean takes(KnownObjects read, DatabaseObject what, String word) {
        List<Privilege> possible = what.kind().privileges(read.snapshot().version());
        boolean takes = possible.contains(Privilege.ofWord(word));
        if (!takes) {
            privilegeMistake.set(Texts.get(
                    "why.mistake.privilege",
                    what.kind().word(),
                    possible.stream().map(Privilege::word).collect(Collectors.joining(", "))));
        }
        return takes;
    }

    private Optional<Column> column(KnownObjects read, DatabaseObject what, Privilege asked, String text) {
        if (what.kind() != ObjectKind.RELATION
                || !ObjectKind.COLUMN.privileges(read.snapshot().version()).contains(asked)) {
            columnMistake.set(
                    Texts.get("why.mistake.nocolumns", asked.word(), what.kind().word()));
            return Optional.empty();
        }
        List<Column> there = read.columns(what);
        Optional<Column> found = there.stream()
                .filter(one ->
                        one.name().text().equals(text) || one.name().shown().equals(text))
                .findFirst();
        if (found.isEmpty()) {
            String names = there.stream().map(one -> one.name().shown()).collect(Collectors.joining(", "));
            columnMistake.set(
                    read.snapshot().everyColumn()
                            ? Texts.get("why.mistake.column", names)
                            : names.isEmpty()
                                    ? Texts.get("why.mistake.column.none")
                                    : Texts.get("why.mistake.column.granted", names));
        }
        return found;
    }

    public StringProperty role() {
        return role;
    }

    public StringProperty privilege() {
        return privilege;
    }

    public StringProperty object() {
        return object;
    }

    public StringProperty column() {
        return column;
    }

    public StringProperty roleMistake() {
        return roleMistake;
    }

    public StringProperty privilegeMistake() {
        return privilegeMistake;
    }

    public StringProperty objectMistake() {
        return objectMistake;
    }

    public StringProperty columnMistake() {
        return columnMistake;
    }

    /** The words that the object typed takes. */
    public ObservableList<String> privileges() {
        return privileges;
    }
}
