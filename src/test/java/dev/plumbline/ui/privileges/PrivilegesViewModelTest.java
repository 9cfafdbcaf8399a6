package dev.plumbline.ui.privileges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.JobRunner;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Privilege;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.access.AccessReading;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.sample.AccessWorld;
import dev.plumbline.ui.sample.SampleAccess;
import dev.plumbline.ui.sample.SampleSnapshots;
import dev.plumbline.ui.sample.SampleSteps;
import dev.plumbline.ui.why.AskedQuestion;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PrivilegesViewModelTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Activity activity = new Activity(new JobRunner(waiting::add, Runnable::run), Clock.systemUTC());
    private final List<AskedQuestion> asked = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private AccessReport report = SampleAccess.billing();

    @Test
    void itOpensOnTheDeclaredLoginOfTheApplication() {
        OwnershipModel.Auto declared = SampleSnapshots.billing();
        AccessWorld world = new AccessWorld("billing")
                .role("another_login", true)
                .role(declared.appUser().text(), true);
        PrivilegesChoice choice = new PrivilegesChoice();
        choice.fillOnce(world.snapshot(), declared);
        assertThat(choice.role().get()).isEqualTo(declared.appUser().shown());
        PrivilegesChoice other = new PrivilegesChoice();
        other.fillOnce(new AccessWorld("billing").role("another_login", true).snapshot(), declared);
        assertThat(other.role().get()).isEqualTo("another_login");
    }

    @Test
    void otherDatabasesOfTheServerComeLast() {
        AccessSnapshot billing = SampleAccess.billing().snapshot();
        List<DatabaseObject> objects = new ArrayList<>();
        objects.add(new DatabaseObject(
                ObjectKind.DATABASE, 99, null, "a_database_elsewhere", "", 0, null, ObjectOrigin.USER));
        objects.addAll(billing.objects());
        report = SampleAccess.report(billing.withObjects(objects));
        PrivilegesViewModel model = read();
        assertThat(texts(page(model))).last().asString().startsWith("a_database_elsewhere");
        assertThat(texts(page(model))).first().asString().startsWith("billing");
    }

    @Test
    void aLoginIsChosenToBeginWithAndItsObjectsAreListed() {
        PrivilegesViewModel model = read();
        assertThat(model.choice().role().get()).isEqualTo("app_v3");
        PrivilegesPage page = page(model);
        assertThat(texts(page))
                .contains("ledger.entries | ar*w", "ledger.accounts | arw", "ledger | U", "billing | Tc")
                .noneMatch(line -> line.startsWith("audit.log"));
        assertThat(page.counts()).startsWith("app_v3 holds something on 8 of 10 objects");
    }

    @Test
    void filtersNarrowTheList() {
        PrivilegesViewModel model = read();
        model.choice().role().set("db_billing_owner");
        model.choice().schema().set("audit");
        assertThat(texts(page(model))).containsExactly("audit | U*C*", "audit.log | a*r*w*d*D*x*t*m*");
        model.choice().schema().set("");
        model.choice().kind().set("sequence");
        assertThat(texts(page(model))).containsExactly("ledger.entries_id_seq | r*w*U*");
        model.choice().kind().set("");
        model.choice().objectsLike().set("ENTR");
        model.choice().privilege().set("DELETE");
        assertThat(texts(page(model))).containsExactly("ledger.entries | a*r*w*d*D*x*t*m*");
        model.choice().privilege().set("EXECUTE");
        assertThat(page(model).isEmpty()).isTrue();
    }

    @Test
    void twoRolesAreComparedByWhatDiffersAlone() {
        PrivilegesViewModel model = read();
        model.choice().other().set("billing_readers");
        PrivilegesPage page = page(model);
        assertThat(page.lines()).extracting(line -> line.subject().shown()).doesNotContain("ledger", "billing");
        HolderLine entries = page.lines().stream()
                .filter(line -> line.subject().shown().equals("ledger.entries"))
                .findFirst()
                .orElseThrow();
        assertThat(entries.difference()).isEqualTo("+ INSERT, UPDATE   + grant SELECT");
        assertThat(page.counts()).contains("between app_v3 and billing_readers");
        model.choice().other().set("app_v3");
        assertThat(page(model).isEmpty()).isTrue();
        assertThat(page(model).mistake()).isEmpty();
    }

    @Test
    void whoMayIsAListOfRolesWithPublicAmongThem() {
        PrivilegesViewModel model = read();
        model.choice().mode().set(PrivilegesMode.BY_OBJECT);
        model.choice().object().set("ledger.entries");
        model.choice().privilege().set("INSERT");
        assertThat(page(model).lines())
                .extracting(line -> page(model).shown(line.role()))
                .containsExactly("app_v3", "billing_writers", "db_billing_owner", "pg_write_all_data", "postgres");
        model.choice().privilege().set("");
        model.choice().object().set("database:billing");
        assertThat(page(model).lines())
                .extracting(line -> page(model).shown(line.role()))
                .contains("PUBLIC", "grafana");
        model.choice().object().set("nothing");
        assertThat(page(model).mistake()).contains("no object “nothing”");
    }

    @Test
    void theMatrixHasTheRolesFilteredByAsColumnsAndColumnsWithGrantsAsLines() {
        PrivilegesViewModel model = read();
        model.choice().mode().set(PrivilegesMode.MATRIX);
        PrivilegesPage page = page(model);
        assertThat(page.columns()).hasSize(11);
        assertThat(page.shown(page.columns().get(0))).isEqualTo("PUBLIC");
        assertThat(page.matrix()).hasSize(10);
        model.choice().rolesLike().set("grafana");
        PrivilegesPage one = page(model);
        assertThat(one.columns()).hasSize(1);
        assertThat(one.matrix())
                .filteredOn(line -> line.subject().shown().equals("ledger.entries (amount)"))
                .singleElement()
                .satisfies(line -> assertThat(HolderLine.letters(line.held(0), line.grantable(0)))
                        .isEqualTo("r"));
        model.choice().privilege().set("SELECT");
        assertThat(page(model).matrix()).hasSize(1);
        model.choice().rolesLike().set("zzz");
        assertThat(page(model).mistake()).contains("zzz");
    }

    @Test
    void theMatrixIsBoundedAndSaysSo() {
        report = SampleAccess.large(200, 500);
        PrivilegesViewModel model = read();
        model.choice().mode().set(PrivilegesMode.MATRIX);
        assertThat(page(model).columns()).hasSize(40);
        assertThat(page(model).counts()).contains("the first 40 of 205 roles");
    }

    @Test
    void aCellIsToldWithItsDoorsAndLeadsToTheQuestion() {
        PrivilegesViewModel model = read();
        Subject entries = page(model).lines().stream()
                .map(HolderLine::subject)
                .filter(subject -> subject.shown().equals("ledger.entries"))
                .findFirst()
                .orElseThrow();
        model.select(
                entries, Objects.requireNonNull(report.snapshot().roles().of(dev.plumbline.model.Name.of("app_v3"))));
        finish();
        CellDetail detail = Objects.requireNonNull(model.detail().value());
        assertThat(detail.privileges())
                .extracting(CellDetail.Told::held)
                .containsExactly(true, true, true, false, false, false, false, false);
        assertThat(detail.privileges().get(0).doors()).hasSize(2);
        model.askWhy(detail, Privilege.SELECT);
        assertThat(asked).containsExactly(new AskedQuestion("app_v3", "SELECT", "ledger.entries", ""));
    }

    @Test
    void whatIsShownIsExportedAndNoSpreadsheetTakesANameForAFormula() {
        report = SampleAccess.report(new AccessWorld("odd")
                .role("=HYPERLINK(1)", true)
                .table("s", "+1|2", "=HYPERLINK(1)", "")
                .snapshot());
        PrivilegesViewModel model = read();
        for (PrivilegesExport.Format format : PrivilegesExport.Format.values()) {
            model.export(format);
            finish();
        }
        assertThat(files.get(0))
                .startsWith("privileges-billing.csv: kind,schema,name,sub,role,privileges\r\n")
                .contains("relation,s,'+1|2,r,'=HYPERLINK(1),a*r*w*d*D*x*t*m*\r\n");
        assertThat(files.get(1)).contains("| relation | s | +1\\|2 | r | =HYPERLINK(1) | a*r*w*d*D*x*t*m* |");
        assertThat(files.get(2)).contains("\"name\" : \"+1|2\"").contains("\"letters\" : \"a*r*w*d*D*x*t*m*\"");
        model.choice().mode().set(PrivilegesMode.MATRIX);
        finish();
        model.export(PrivilegesExport.Format.CSV);
        finish();
        assertThat(files.get(3)).contains("kind,schema,name,sub,PUBLIC,'=HYPERLINK(1),postgres");
    }

    @Test
    void aTextTypedAnewTakesThePlaceOfTheListingThatRuns() {
        PrivilegesViewModel model = read();
        model.choice().objectsLike().set("e");
        model.choice().objectsLike().set("ent");
        assertThat(model.page().phase()).isEqualTo(Reading.Phase.REFRESHING);
        finish();
        assertThat(page(model).query().objectsLike()).isEqualTo("ent");
        assertThat(model.page().phase()).isEqualTo(Reading.Phase.READY);
    }

    private PrivilegesViewModel read() {
        AccessReading reading = AccessReading.shared(ref -> (cancel, progress) -> report, activity)
                .apply(SampleSteps.BILLING);
        PrivilegesViewModel model =
                new PrivilegesViewModel(reading, (name, text) -> files.add(name + ": " + text), asked::add, activity);
        model.open();
        finish();
        return model;
    }

    private PrivilegesPage page(PrivilegesViewModel model) {
        finish();
        return Objects.requireNonNull(model.page().value());
    }

    private static List<String> texts(PrivilegesPage page) {
        return page.lines().stream()
                .map(line -> line.subject().shown() + " | " + line.letters())
                .toList();
    }

    private void finish() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
