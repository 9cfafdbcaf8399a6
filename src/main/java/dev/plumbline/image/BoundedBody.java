package dev.plumbline.image;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of an answer, given up when more comes than is allowed, whatever its headers said. */
final class BoundedBody<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> inner;
    private final long most;
    private long seen;
    private boolean over;
    private Flow.@Nullable Subscription subscription;

    private BoundedBody(BodySubscriber<T> inner, long most) {
        this.inner = inner;
        this.most = most;
    }

    static <T> BodyHandler<T> of(BodyHandler<T> inner, long most) {
        return info -> new BoundedBody<>(inner.apply(info), most);
    }

    @Override
    public CompletionStage<T> getBody() {
        return inner.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        inner.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        if (over) {
            return;
        }
        seen += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (seen > most) {
            over = true;
            if (subscription != null) {
                subscription.cancel();
            }
            inner.onError(new TooLarge(most));
            return;
        }
        inner.onNext(part);
    }

    @Override
    public void onError(Throwable failure) {
        if (!over) {
            inner.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!over) {
            inner.onComplete();
        }
    }

    static final class TooLarge extends java.io.IOException {
        TooLarge(long most) {
            super("more than " + ImageLimits.shown(most) + " came");
        }
    }
}
