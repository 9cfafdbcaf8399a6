package dev.plumbline.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.api.ApiEndpoint;
import dev.plumbline.model.DriftStatus;
import dev.plumbline.sandbox.kubeapi.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is waited for would take 20 seconds and more; a cancel must not wait for any of it. */
class CancellingTest {
    private static final String BILLING = "/databases/billing";
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private OneCluster one;
    private final CancelToken cancel = new CancelToken();

    @BeforeEach
    void serve() throws IOException {
        one = OneCluster.start(folder, ApiEndpoint.Patience.USUAL);
        one.billing();
        one.api.forgetRequests();
    }

    @AfterEach
    void stop() {
        one.close();
    }

    /** Runs the work, stops it once the API has been asked for the path, and sees it end well before it would by itself. */
    private void assertStops(String path, Runnable stop, Runnable work) {
        CompletableFuture<Void> running = CompletableFuture.runAsync(work);
        while (one.api.requests().stream().noneMatch(request -> request.contains(path))) {
            Thread.onSpinWait();
        }
        long before = System.nanoTime();
        stop.run();
        assertThatThrownBy(running::join).hasCauseInstanceOf(Cancelled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    private void read() {
        one.cluster.stoppedBy(cancel).readDatabase("team-a", "billing");
    }

    @Test
    void aRequestThatIsNotAnsweredIsLeft() {
        one.api.faults().next(1, "GET", BILLING, Fault.delayed(LONG));
        assertStops(BILLING, cancel::cancel, this::read);
    }

    @Test
    void anAnswerThatDripsIsLeft() {
        one.api.faults().next(1, "GET", BILLING, Fault.slow(Duration.ofMillis(50), 400));
        assertStops(BILLING, cancel::cancel, this::read);
    }

    @Test
    void theWaitForABusyServerIsLeft() {
        one.api.faults().next(9, "GET", BILLING, Fault.tooManyRequests(20));
        assertStops(BILLING, cancel::cancel, this::read);
    }

    @Test
    void theEstateIsLeftInTheMiddleOfAList() {
        one.api.faults().next(1, "GET", "/v1alpha1/databases\\?", Fault.slow(Duration.ofMillis(50), 400));
        assertStops("/v1alpha1/databases?", cancel::cancel, () -> one.cluster.readEstate(cancel, Progress.NONE));
    }

    @Test
    void theBackOffBetweenConflictsIsLeft() {
        one.api.faults().next(99, "PATCH", "/status", Fault.delayed(LONG));
        assertStops(
                "/status",
                cancel::cancel,
                () -> one.cluster.stoppedBy(cancel).patchDriftStatus(OneCluster.BILLING, DriftStatus.NONE));
    }

    @Test
    void closingTheContextsStopsWhatIsUnderWay() {
        one.api.faults().next(1, "GET", BILLING, Fault.delayed(LONG));
        assertStops(BILLING, one.contexts::close, this::read);
    }

    @Test
    void afterClosingNothingIsAskedAnyMore() {
        one.contexts.close();
        assertThatThrownBy(this::read).isInstanceOf(Cancelled.class);
        assertThat(one.api.requests()).isEmpty();
    }

    @Test
    void aTokenThatIsAlreadyCancelledAsksNothing() {
        cancel.cancel();
        assertThatThrownBy(this::read).isInstanceOf(Cancelled.class);
        assertThat(one.api.requests()).isEmpty();
    }

    @Test
    void anInterruptedThreadStopsToo() throws InterruptedException {
        one.api.faults().next(1, "GET", BILLING, Fault.delayed(LONG));
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread worker = new Thread(() -> {
            try {
                read();
            } catch (Cancelled stopped) {
                end.complete(stopped);
            }
        });
        worker.start();
        while (one.api.requests().isEmpty()) {
            Thread.onSpinWait();
        }
        worker.interrupt();
        assertThat(end.join()).isInstanceOf(Cancelled.class);
        worker.join();
    }
}
