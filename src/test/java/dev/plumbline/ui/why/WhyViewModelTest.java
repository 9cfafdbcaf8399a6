package dev.plumbline.ui.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.ObjectLookup;
import dev.plumbline.access.ObjectText;
import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Outcome;
import dev.plumbline.access.why.Question;
import dev.plumbline.job.JobRunner;
import dev.plumbline.job.Work;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.sample.SampleAccess;
import dev.plumbline.ui.sample.SampleSteps;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WhyViewModelTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Activity activity = new Activity(new JobRunner(waiting::add, Runnable::run), Clock.systemUTC());
    private BiFunction<AccessReport, Question, Work<Answer>> answers = SampleAccess.answers();
    private Supplier<AccessReport> readings = SampleAccess::billing;

    @Test
    void aQuestionIsAnsweredInTheBackgroundAndRemembered() {
        WhyViewModel model = read();
        ask(model, "app_v3", "SELECT", "ledger.entries", "");
        assertThat(model.answering().phase()).isEqualTo(Reading.Phase.LOADING);
        finish();
        ToldAnswer told = told(model);
        assertThat(told.answer().outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(told.answer().serverSays()).isEqualTo("yes");
        assertThat(model.recent()).hasSize(1);
        assertThat(model.recent().get(0).asked().shown()).isEqualTo("app_v3 SELECT ledger.entries");
    }

    @Test
    void eachDoorSaysWhatClosesItAndWhichDoorsStayOpen() {
        WhyViewModel model = read();
        ask(model, "app_v3", "SELECT", "ledger.entries", "");
        finish();
        List<ToldAnswer.OpenDoor> doors = told(model).doors();
        assertThat(doors).hasSize(2);
        for (ToldAnswer.OpenDoor door : doors) {
            assertThat(door.closings()).isNotEmpty();
            door.closings()
                    .forEach(
                            closing -> assertThat(closing.stayOpen()).hasSize(1).doesNotContain(door.door()));
        }
        assertThat(doors)
                .anySatisfy(door -> assertThat(door.door().closingNote()).contains("would change nothing"));
    }

    @Test
    void theOnlyDoorLeavesNoneOpen() {
        WhyViewModel model = read();
        ask(model, "app_v3", "UPDATE", "ledger.accounts", "");
        finish();
        assertThat(told(model).doors())
                .singleElement()
                .satisfies(door -> assertThat(door.closings())
                        .isNotEmpty()
                        .allSatisfy(closing -> assertThat(closing.stayOpen()).isEmpty()));
    }

    @Test
    void mistakesStandAtTheirFieldsAndNothingIsAsked() {
        WhyViewModel model = read();
        ask(model, "nobody", "SELECT", "ledger.nothing", "");
        assertThat(model.form().roleMistake().get()).contains("no role “nobody”");
        assertThat(model.form().objectMistake().get()).contains("no object “ledger.nothing”");
        ask(model, "", "SELECT", "", "");
        assertThat(model.form().roleMistake().get()).isEqualTo("Which role?");
        assertThat(model.form().objectMistake().get()).isEqualTo("Which object?");
        ask(model, "grafana", "SELECT", "ledger.accounts", "balance");
        assertThat(model.form().columnMistake().get()).contains("No column has grants of its own");
        ask(model, "grafana", "DELETE", "ledger.entries", "amount");
        assertThat(model.form().columnMistake().get()).contains("not given by column");
        assertThat(model.answering().phase()).isEqualTo(Reading.Phase.EMPTY);
        assertThat(waiting).isEmpty();
        model.form().role().set("grafana");
        assertThat(model.form().roleMistake().get()).isEmpty();
    }

    @Test
    void whatAnAmbiguousTextMayMeanIsListedSoThatItCanBeTyped() {
        WhyViewModel model = read();
        ask(model, "grafana", "USAGE", "billing", "");
        assertThat(told(model, "database:billing")
                        .answer()
                        .question()
                        .object()
                        .kind()
                        .word())
                .isEqualTo("database");
        AccessReport twice = SampleAccess.report(new dev.plumbline.ui.sample.AccessWorld("twice")
                .role("app", true)
                .table("a", "t", "postgres", "")
                .table("b", "t", "postgres", "")
                .snapshot());
        readings = () -> twice;
        WhyViewModel other = read();
        ask(other, "app", "SELECT", "t", "");
        assertThat(other.form().objectMistake().get()).isEqualTo("May be 2: a.t, b.t. Say which.");
    }

    @Test
    void thePrivilegesOfferedAreThoseOfTheObjectsKind() {
        WhyViewModel model = read();
        model.form().object().set("schema:ledger");
        assertThat(model.form().privileges()).containsExactly("USAGE", "CREATE");
        assertThat(model.form().privilege().get()).isEqualTo("USAGE");
        model.form().object().set("ledger.entries");
        assertThat(model.form().privileges()).contains("SELECT", "TRUNCATE", "MAINTAIN");
    }

    @Test
    void aQuestionFromElsewhereWaitsForTheReading() {
        WhyViewModel model = model();
        model.open();
        model.ask(new AskedQuestion("grafana", "SELECT", "ledger.entries", ""));
        assertThat(model.answering().phase()).isEqualTo(Reading.Phase.EMPTY);
        finish();
        assertThat(told(model).answer().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(told(model).answer().fixes()).isNotEmpty();
    }

    @Test
    void aColumnWithGrantsOfItsOwnIsAskedFor() {
        WhyViewModel model = read();
        ask(model, "grafana", "SELECT", "ledger.entries", "amount");
        finish();
        assertThat(told(model).answer().serverSays()).isEqualTo("yes");
        assertThat(model.recent().get(0).asked().shown()).isEqualTo("grafana SELECT ledger.entries (amount)");
    }

    @Test
    void readingAnewAsksAgainWhatWasAskedLast() {
        WhyViewModel model = read();
        ask(model, "grafana", "SELECT", "ledger.entries", "");
        finish();
        ToldAnswer before = told(model);
        model.readAgain();
        finish();
        assertThat(told(model)).isNotSameAs(before);
        assertThat(model.recent()).hasSize(1);
    }

    @Test
    void aFailureLeavesNoAnswerOfAnotherQuestion() {
        WhyViewModel model = read();
        ask(model, "grafana", "SELECT", "ledger.entries", "");
        finish();
        answers = (asked, question) -> (cancel, progress) -> {
            throw new IllegalStateException("gone");
        };
        ask(model, "app_v3", "SELECT", "ledger.entries", "");
        finish();
        assertThat(model.answering().phase()).isEqualTo(Reading.Phase.FAILED);
        assertThat(model.answering().value()).isNull();
    }

    @Test
    void examplesComeFromTheReadingAndCanBeAsked() {
        WhyViewModel model = read();
        assertThat(model.examples()).hasSize(2);
        for (AskedQuestion example : model.examples()) {
            model.ask(example);
            finish();
            assertThat(told(model).asked()).isEqualTo(example);
        }
    }

    @Test
    void hostileNamesAreFoundByHowTheyAreShown() {
        AccessReport report = SampleAccess.hostile();
        readings = () -> report;
        WhyViewModel model = read();
        for (DatabaseObject object : report.snapshot().objects()) {
            assertThat(ObjectLookup.find(report.snapshot(), ObjectText.of(object)))
                    .containsExactly(object);
            String shown = AskedQuestion.of(
                            report.snapshot().roles().role(0).name(),
                            object.kind()
                                    .privileges(report.snapshot().version())
                                    .get(0),
                            object,
                            null)
                    .object();
            assertThat(new KnownObjects(report.snapshot()).objects(shown)).containsExactly(object);
        }
        String role = model.rolesLike("gnp").get(0);
        assertThat(role).contains("\\u{202E}").contains("\\u{000A}");
        ask(model, role, "SELECT", model.objectsLike("a\\u{000A}b").get(0), "");
        finish();
        assertThat(told(model).answer().outcome()).isEqualTo(Outcome.DENIED);
    }

    @Test
    void suggestionsBeginWithWhatWasTypedThenHoldIt() {
        WhyViewModel model = read();
        assertThat(model.objectsLike("ledger"))
                .startsWith("ledger.accounts")
                .contains("sequence:ledger.entries_id_seq");
        assertThat(model.rolesLike("BILLING"))
                .containsExactly("billing_readers", "billing_writers", "db_billing_owner");
    }

    private WhyViewModel model() {
        AccessReading reading = AccessReading.shared(ref -> (cancel, progress) -> readings.get(), activity)
                .apply(SampleSteps.BILLING);
        return new WhyViewModel(reading, (asked, question) -> answers.apply(asked, question), activity);
    }

    private WhyViewModel read() {
        WhyViewModel model = model();
        model.open();
        finish();
        return model;
    }

    private static void ask(WhyViewModel model, String role, String privilege, String object, String column) {
        model.ask(new AskedQuestion(role, privilege, object, column));
    }

    private void finish() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private ToldAnswer told(WhyViewModel model, String object) {
        ask(model, "grafana", "CONNECT", object, "");
        finish();
        return told(model);
    }

    private static ToldAnswer told(WhyViewModel model) {
        return Objects.requireNonNull(model.answering().value());
    }
}
