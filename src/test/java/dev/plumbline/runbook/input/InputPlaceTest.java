package dev.plumbline.runbook.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.library.RunbookFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputPlaceTest {
    private static final Runbook RUNBOOK =
            RunbookFiles.of(Path.of("places.md"), """
            ---
            title: Places
            inputs:
              database: {type: database, label: The Database}
              area: {type: namespace, label: Where the pod lies}
              schema: {type: schema, label: The schema}
              table: {type: table, label: The table, default: "${schema}.orders"}
              role: {type: role, label: The role}
              pod: {type: pod, label: The pod}
              other: {type: pod, label: A pod in a check}
              key: {type: secret, label: The password}
              web: {type: deployment, label: The deployment}
            requires: [cluster]
            ---
            ```sql id=rows database=${database}
            SELECT count(*) FROM ${table:table}
            ```
            ```plan id=gone database=${database}
            operation: drop-role
            with: {role: "${role}"}
            ```
            ```kube get id=pod context=other-cluster
            kind: pod
            name: ${pod}
            namespace: ${area}
            ```
            ```check id=there
            kube: {kind: pod, name: "${other}", namespace: fixed}
            absent: true
            ```
            ```http id=asked
            url: http://127.0.0.1:9/
            namespace: elsewhere
            headers: {Authorization: "${key}"}
            ```
            ```kube get id=web
            kind: deployment
            name: ${web}
            ```
            """).runbook();

    @Test
    void aNameLiesWhereTheBlockThatUsesItLooks() {
        assertThat(of("table")).isEqualTo(new InputPlace("", "", "${database}"));
        assertThat(of("role")).isEqualTo(new InputPlace("", "", "${database}"));
        assertThat(of("schema"))
                .as("in no block of its own: where all of them look")
                .isEqualTo(new InputPlace("", "", "${database}"));
        assertThat(of("pod")).isEqualTo(new InputPlace("other-cluster", "${area}", ""));
        assertThat(of("other")).isEqualTo(new InputPlace("", "fixed", ""));
        assertThat(of("web")).isEqualTo(new InputPlace("", "", ""));
    }

    @Test
    void whatNamesThePlaceDoesNotLieInItself() {
        assertThat(of("area")).isEqualTo(new InputPlace("other-cluster", "", ""));
        assertThat(of("database")).isEqualTo(new InputPlace("", "", ""));
    }

    @Test
    void aSecretIsReadWhereTheRunActsWhateverTheBlockSays() {
        assertThat(of("key")).isEqualTo(new InputPlace("", "", ""));
    }

    @Test
    void whatAnotherInputDoesNotSayYetIsMissing() {
        InputPlace place = of("pod");
        assertThat(place.missing(Map.of())).containsExactly("area");
        assertThat(place.missing(Map.of("area", "")))
                .as("known to stay empty: it is where the run acts")
                .isEmpty();
        assertThat(place.missing(Map.of("area", "team-a"))).isEmpty();
        assertThat(place.with(Map.of("area", "team-a"))).isEqualTo(new InputPlace("other-cluster", "team-a", ""));
    }

    @Test
    void namesThatNoFieldHoldsAreCountedAndNotOffered() {
        ListedNames names = ListedNames.of(
                List.of(
                        new ListedNames.Listed("sales", "sales.orders"),
                        new ListedNames.Listed("sales", "sales.a\nb"),
                        new ListedNames.Listed("other", "other.x "),
                        new ListedNames.Listed("dotted.name", "dotted.name.x")),
                Optional.empty());
        assertThat(names.within("")).containsExactly("sales.orders");
        assertThat(names.within("other")).isEmpty();
        assertThat(names.unwritableWithin("")).isEqualTo(3);
        assertThat(names.unwritableWithin("sales")).isEqualTo(1);
    }

    private static InputPlace of(String input) {
        return InputPlace.of(RUNBOOK, RUNBOOK.input(input).orElseThrow());
    }
}
