package dev.plumbline.kube.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An answer that is being waited for, with the repetitions its request allows. */
public final class PendingAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ApiConnection connection;
    private final ApiFailure failure;
    private final ApiRequest request;
    private final CancelToken cancel;
    private final Retries retries;
    private InFlight flight;
    private boolean renewed;

    PendingAnswer(ApiConnection connection, ApiFailure failure, ApiRequest request, CancelToken cancel) {
        this.connection = connection;
        this.failure = failure;
        this.request = request;
        this.cancel = cancel;
        this.retries = new Retries(request);
        this.flight = connection.start(request, cancel);
    }

    /** @throws ProblemException when the server refuses, does not answer, or answers something that is not a JSON object */
    public JsonNode await() {
        return json(awaitRaw());
    }

    /** @throws ProblemException when the server refuses or does not answer */
    String awaitText() {
        return awaitRaw().text();
    }

    private RawAnswer awaitRaw() {
        while (true) {
            Optional<Duration> pause;
            try {
                RawAnswer answer = flight.await(cancel);
                if (answer.isSuccess()) {
                    return answer;
                }
                pause = isWorthANewLogin(answer) ? Optional.of(Duration.ZERO) : retries.after(answer);
                if (pause.isEmpty()) {
                    throw failure.refused(request, answer);
                }
            } catch (IOException trouble) {
                pause = retries.after(trouble);
                if (pause.isEmpty()) {
                    throw failure.lost(request, trouble);
                }
            }
            Pause.forTime(pause.get(), cancel);
            flight = connection.start(request, cancel);
        }
    }

    /** A refused login is renewed once: nothing was done under it, so writes may be sent again too. */
    private boolean isWorthANewLogin(RawAnswer answer) {
        if (answer.status() != 401 || renewed) {
            return false;
        }
        renewed = true;
        return connection.endpoint().login().renew(flight.proof());
    }

    private JsonNode json(RawAnswer answer) {
        try {
            JsonNode node = JSON.readTree(answer.body());
            if (node.isObject()) {
                return node;
            }
            throw failure.unreadable(request, answer, null);
        } catch (JsonProcessingException broken) {
            throw failure.unreadable(request, answer, broken);
        } catch (IOException impossible) {
            throw failure.lost(request, impossible);
        }
    }
}
