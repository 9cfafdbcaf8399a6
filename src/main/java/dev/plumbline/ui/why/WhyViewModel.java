package dev.plumbline.ui.why;

import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Outcome;
import dev.plumbline.access.why.Question;
import dev.plumbline.job.Work;
import dev.plumbline.model.Gap;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Questions about one Database's reading, and their answers. A new reading is asked again what was asked last. */
public final class WhyViewModel {
    private static final int REMEMBERED = 12;
    private final AccessReading access;
    private final BiFunction<AccessReport, Question, Work<Answer>> ask;
    private final QuestionForm form = new QuestionForm();
    private final Reading<ToldAnswer> answering;
    private final ObservableList<RecentQuestion> recent = FXCollections.observableArrayList();
    private @Nullable KnownObjects known;
    private @Nullable AskedQuestion waiting;

    /** A question of this session and the verdict it got. */
    public record RecentQuestion(AskedQuestion asked, Outcome outcome) {}

    public WhyViewModel(AccessReading access, BiFunction<AccessReport, Question, Work<Answer>> ask, Activity activity) {
        this.access = access;
        this.ask = ask;
        this.answering = new Reading<>(activity);
        answering.valueProperty().subscribe(this::remember);
        access.follow(this::readAnew);
    }

    /** Reads when nothing was read yet. */
    public void open() {
        access.readOnce();
    }

    public void readAgain() {
        access.readAgain();
    }

    /** Asks what stands in the question bar. */
    public void ask() {
        AccessReport report = access.reading().value();
        if (report == null) {
            waiting = form.typed();
            return;
        }
        waiting = null;
        form.question().ifPresent(question -> start(report, question));
    }

    /** Puts a question into the bar and asks it, now or once there is a reading. */
    public void ask(AskedQuestion asked) {
        form.fill(asked);
        ask();
    }

    private void start(AccessReport report, Question question) {
        ToldAnswer before = answering.value();
        if (before != null && !before.asked().equals(AskedQuestion.of(question, report.snapshot()))) {
            answering.clear();
        }
        answering.start("asking why " + question.shown(report.snapshot()), (cancel, progress) -> {
            progress.report("asking the server", 0, 0);
            Answer answer = ask.apply(report, question).run(cancel, progress);
            return ToldAnswer.of(report, answer, cancel, progress);
        });
    }

    private void readAnew(AccessReport report) {
        known = new KnownObjects(report.snapshot());
        form.know(known);
        ToldAnswer told = answering.value();
        AskedQuestion again = waiting != null ? waiting : told == null ? null : told.asked();
        if (again != null) {
            ask(again);
        }
    }

    private void remember() {
        ToldAnswer told = answering.value();
        if (told != null) {
            recent.removeIf(one -> one.asked().equals(told.asked()));
            recent.add(0, new RecentQuestion(told.asked(), told.answer().outcome()));
            if (recent.size() > REMEMBERED) {
                recent.remove(REMEMBERED, recent.size());
            }
        }
    }

    /** Two questions to begin with; none before anything was read. */
    public List<AskedQuestion> examples() {
        return known == null ? List.of() : ExampleQuestions.of(known.snapshot());
    }

    public List<String> rolesLike(String typed) {
        return known == null ? List.of() : known.rolesLike(typed);
    }

    public List<String> objectsLike(String typed) {
        return known == null ? List.of() : known.objectsLike(typed);
    }

    /** The columns of the table typed that were read. */
    public List<String> columnsLike(String typed) {
        KnownObjects read = known;
        if (read == null) {
            return List.of();
        }
        List<String> names = read.objects(form.object().get().strip()).stream()
                .flatMap(object -> read.columns(object).stream())
                .map(column -> column.name().shown())
                .toList();
        return KnownObjects.like(names, typed);
    }

    /** What could not be read, on which an answer may rest. */
    public List<Gap> gaps() {
        return Optional.ofNullable(access.reading().value())
                .map(report -> report.snapshot().catalog().gaps())
                .orElse(List.of());
    }

    public QuestionForm form() {
        return form;
    }

    public Reading<ToldAnswer> answering() {
        return answering;
    }

    public Reading<AccessReport> reading() {
        return access.reading();
    }

    /** The questions of this session, newest first, each once. */
    public ObservableList<RecentQuestion> recent() {
        return recent;
    }
}
