package dev.plumbline.ui.why;

import dev.plumbline.access.ObjectText;
import dev.plumbline.access.why.Question;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Visible;
import org.jspecify.annotations.Nullable;

/** A question as it stands in the question bar: texts that the next reading can be asked with too. {@code column} is empty for the whole object. */
public record AskedQuestion(String role, String privilege, String object, String column) {
    /** The texts that lead to this question again, deceiving characters escaped. */
    public static AskedQuestion of(Question question, AccessSnapshot snapshot) {
        return of(
                snapshot.roles().role(question.role()).name(),
                question.privilege(),
                question.object(),
                question.column());
    }

    public static AskedQuestion of(Name role, Privilege privilege, DatabaseObject object, @Nullable Column column) {
        return new AskedQuestion(
                role.shown(),
                privilege.word(),
                Visible.text(ObjectText.of(object)),
                column == null ? "" : column.name().shown());
    }

    public String shown() {
        return Visible.text(role + " " + privilege + " " + object + (column.isEmpty() ? "" : " (" + column + ")"));
    }
}
