package dev.plumbline.runbook.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.runbook.document.Input;
import dev.plumbline.runbook.document.InputType;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.lint.RunbookFinding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportPageTest {
    @Test
    void thePageOfADriftedTableIsReadAndItsFaultsAreSeen() throws IOException {
        ImportedPage page = ImportPage.of("page.md", text("index-lost.txt"));
        assertThat(page.runbook().faults()).isEmpty();
        assertThat(page.runbook().title()).isEqualTo("When a Table Has Drifted");
        assertThat(page.runbook().purpose()).isEqualTo("The table is no longer what its resource declares.");
        assertThat(page.runbook().blocks().stream()
                        .map(block -> page.classes()
                                        .getOrDefault(block.id(), StepClass.HUMAN)
                                        .word() + " | " + block.kind().words()))
                .containsExactlyElementsOf(rows("steps.expected"));
        for (String row : rows("index-lost.expected")) {
            String[] cells = row.split(" \\| ", 3);
            assertThat(page.findings().stream()
                            .filter(each -> each.code().equals(cells[0]))
                            .map(RunbookFinding::message))
                    .as(row)
                    .hasSize(Integer.parseInt(cells[1]))
                    .allMatch(message -> message.contains(cells[2]));
        }
    }

    @Test
    void valuesThatComeAgainBecomeInputsAndGuessesAreVisible() throws IOException {
        ImportedPage page = ImportPage.of("page.md", text("index-lost.txt"));
        assertThat(page.runbook().inputs())
                .extracting(Input::name, Input::type, input -> input.standard().orElse(""))
                .contains(
                        tuple("schemadefinition", InputType.SCHEMA_DEFINITION, "purchase-order"),
                        tuple("deployment", InputType.DEPLOYMENT, "velocity-operator"),
                        tuple("namespace", InputType.NAMESPACE, "acme-supply-chain-procurement"),
                        tuple("velocity_system_namespace", InputType.NAMESPACE, "velocity-system"),
                        tuple("table", InputType.TABLE, "${table_schema}.${table_name}"),
                        tuple("token", InputType.SECRET, ""),
                        tuple("date", InputType.TEXT, ""));
        assertThat(page.text())
                .contains("WHERE schemaname = ${table_schema}", "Authorization: \"Bearer ${token}\"")
                .contains("ON ${table:table}(supplier_code)", "\nfrom: /tmp/data.sql\n");
        assertThat(page.guesses())
                .anyMatch(guess -> guess.sentence().contains("grep -A 50"))
                .anyMatch(guess -> guess.sentence().contains("minds upper and lower case"))
                .anyMatch(guess -> guess.sentence().contains("in the pod velocity-1"))
                .anyMatch(guess -> guess.sentence().contains("curl sends POST"))
                .anyMatch(guess -> guess.sentence().contains("logs in as velocity_admin"));
        assertThat(page.manual())
                .hasSize(4)
                .anyMatch(each -> each.startsWith("\\d "))
                .anyMatch(each -> each.startsWith("velocity audit verify"))
                .anyMatch(each -> each.endsWith("< /tmp/fix.sql"));
    }

    @Test
    void markdownKeepsItsHeadingsProseAndOtherFences() {
        ImportedPage page = ImportPage.of("m.md", """
                # Rotate a login

                Why it is done. And more.

                ## Look

                ```yaml
                kind: Role
                ```

                ```bash
                $ psql -U a shop -c "SELECT rolname FROM pg_roles"
                ```

                ## A. Fast

                ```sql
                ALTER ROLE shop NOLOGIN;
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity;
                ```

                ## B. Slow

                ```sh
                kubectl -n shop rollout status deployment/web --timeout=2m
                kubectl scale deployment web -n shop --replicas=0
                kubectl port-forward -n shop svc/db 5432:5432
                curl -sS -G https://a.example/x -d limit=3
                helm upgrade shop ./chart
                ```
                """);
        assertThat(page.runbook().faults()).isEmpty();
        assertThat(page.runbook().blocks())
                .extracting(block -> block.kind().words())
                .containsExactly(
                        "sql",
                        "decision",
                        "sql change",
                        "sql change",
                        "kube wait",
                        "kube patch",
                        "port-forward",
                        "http",
                        "manual");
        assertThat(page.text())
                .contains("## Look", "```text\nkind: Role\n```", "section: \"a-fast\"")
                .contains(
                        "kube wait timeout=2m\nkind: deployment\nname: \"${deployment}\"\nnamespace: \"${namespace}\"")
                .contains("patch: {\"spec\":{\"replicas\":0}}", "https://a.example/x?limit=3", "port: 5432");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "kubectl cp a b | HUMAN | No typed block does kubectl cp.",
                "kubectl exec -it p -- rm -rf /x | HUMAN | No typed block runs a command in a pod.",
                "kubectl delete -f x.yaml | HUMAN | the file is not on the page",
                "kubectl patch sd x -p '[1]' | HUMAN | The patch is no JSON object.",
                "kubectl run x --image=y | HUMAN | No typed block does kubectl run.",
                "psql -c '\\d t' | HUMAN | only psql understands",
                "pg_restore -d x y | HUMAN | depends on the dump",
                "curl $URL | HUMAN | The address is not written out.",
                "curl -X DELETE https://a/b | DESTRUCTIVE | method: DELETE",
                "PGPASSWORD=x psql -c 'DROP TABLE t' | DESTRUCTIVE | DROP TABLE t",
                "kubectl label pod x a=b | CHANGE | a: b",
            })
    void whatNoBlockDoesIsAManualBlockWithTheReason(String command, StepClass expected, String words) {
        ImportedPage page = ImportPage.of("c.md", "# T\n\n```sh\n" + command + "\n```\n");
        assertThat(page.runbook().faults()).isEmpty();
        assertThat(page.classes().values()).containsExactly(expected);
        assertThat(page.text()).contains(words).doesNotContain("PGPASSWORD");
    }

    @Test
    void tablesAreToldFromColumnsFunctionsAndSettings() {
        ImportedPage page = ImportPage.of("t.md", """
                # T

                ```sql
                SELECT c.relname FROM pg_catalog.pg_class c JOIN app.orders o ON o.id = c.oid WHERE o.x = '$WHO';
                SELECT * FROM app.count_them(1);
                SET app.region = 'a';
                DELETE FROM app.orders WHERE id = 1;
                ```

                ````text
                ```
                kubectl get pods
                ```
                ````

                ```sh
                deploy-it ${HOME}/x
                kubectl get pods
                ```
                """);
        assertThat(page.runbook().faults()).isEmpty();
        assertThat(page.runbook().inputs())
                .extracting(Input::name)
                .containsExactly("table_schema", "table_name", "table", "who");
        assertThat(page.text())
                .contains("JOIN ${table:table} o ON o.id = c.oid WHERE o.x = ${who}", "FROM app.count_them(1)")
                .contains("SET app.region", "deploy-it $HOME/x");
        assertThat(page.classes().values())
                .containsExactly(
                        StepClass.READ,
                        StepClass.READ,
                        StepClass.READ,
                        StepClass.CHANGE,
                        StepClass.HUMAN,
                        StepClass.READ);
    }

    @Test
    void aPageWithoutCommandsIsAFaultAndNotAnEmptyRunbook() {
        ImportedPage page = ImportPage.of("e.md", "Nothing but words.");
        assertThat(page.findings()).extracting(RunbookFinding::code).contains("RB-EMPTY");
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    private static List<String> rows(String name) throws IOException {
        return Stream.of(text(name).split("\n"))
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static String text(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(ImportPageTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
