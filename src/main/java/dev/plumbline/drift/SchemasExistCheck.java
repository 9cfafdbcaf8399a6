package dev.plumbline.drift;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.util.List;
import java.util.stream.Collectors;

/** SCH-301: does every schema exist that the resource declares? Without it its default privileges cannot be set. */
final class SchemasExistCheck implements Check {
    @Override
    public String code() {
        return "SCH-301";
    }

    @Override
    public CheckResult check(Snapshot snapshot, OwnershipModel.Auto wanted) {
        List<Name> schemas = wanted.schemas();
        Question question = new Question(code(), "Schemas", names(schemas), Sentences.count(schemas.size(), "schema"));
        return snapshot.gapAbout(Gap.SCHEMAS)
                .map(question::unknown)
                .orElseGet(() -> answer(question, snapshot, schemas));
    }

    private static CheckResult answer(Question question, Snapshot snapshot, List<Name> schemas) {
        List<Name> missing =
                schemas.stream().filter(name -> snapshot.schema(name).isEmpty()).toList();
        int present = schemas.size() - missing.size();
        String verdict = present + " of " + schemas.size() + " exist";
        if (missing.isEmpty()) {
            return question.ok(verdict, Sentences.count(present, "schema"), "");
        }
        String note =
                "Missing: " + names(missing) + ". Default privileges cannot be set in a schema that does not exist.";
        return question.answer(
                present == 0 ? State.MISSING : State.PARTIAL,
                verdict,
                Sentences.count(present, "schema"),
                note,
                missing.stream().map(Finding.SchemaMissing::new).toList());
    }

    private static String names(List<Name> schemas) {
        return schemas.stream().map(Name::shown).collect(Collectors.joining(", "));
    }
}
